package dev.stile.protocol;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * All that is derived from one secret (PROTOCOL §11): a key for each purpose and the ids by which challenges and passes
 * name them. HKDF (RFC 5869) is written out here because the JDK has it from version 25 only.
 */
final class ServerKey {
    private static final String LABEL = "stile/1 ";
    private static final byte[] NOTHING = {};

    private final Hmac challenges;
    private final Hmac passes;
    private final Bindings bindings;
    private final Hmac waits;
    private final int challengeKeyId;
    private final int passKeyId;
    private final int waitKeyId;

    /**
     * @param tag what tells applications on one host apart
     * @param epoch mixed into everything about challenges; empty where the replay store outlives the process
     */
    ServerKey(Secret secret, String tag, byte[] epoch) {
        Hmac expand = new Hmac(extract(tag.getBytes(StandardCharsets.US_ASCII), secret));
        challenges = new Hmac(derive(expand, "challenge", epoch));
        passes = new Hmac(derive(expand, "pass", NOTHING));
        bindings = new Bindings(new Hmac(derive(expand, "binding", NOTHING)));
        waits = new Hmac(derive(expand, "wait", NOTHING));
        challengeKeyId = firstInt(derive(expand, "challenge id", epoch));
        passKeyId = firstInt(derive(expand, "pass id", NOTHING));
        waitKeyId = firstInt(derive(expand, "wait id", NOTHING));
    }

    int challengeKeyId() {
        return challengeKeyId;
    }

    int passKeyId() {
        return passKeyId;
    }

    int waitKeyId() {
        return waitKeyId;
    }

    Hmac challenges() {
        return challenges;
    }

    Hmac passes() {
        return passes;
    }

    Hmac waits() {
        return waits;
    }

    /** The tag by which a challenge, pass or wait is bound to a network, without saying which. */
    long binding(NetworkPrefix prefix) {
        return bindings.of(prefix);
    }

    /** HKDF-Extract; no salt means as many zero bytes as the hash is long (RFC 5869 §2.2). */
    private static byte[] extract(byte[] salt, Secret secret) {
        return new Hmac(salt.length == 0 ? new byte[Hmac.LENGTH_BYTES] : salt).tag(secret.bytes());
    }

    /** HKDF-Expand for one block of output: HMAC(PRK, info || 0x01). */
    private static byte[] derive(Hmac expand, String label, byte[] epoch) {
        ByteArrayOutputStream info = new ByteArrayOutputStream();
        info.writeBytes((LABEL + label).getBytes(StandardCharsets.US_ASCII));
        info.writeBytes(epoch);
        info.write(1);
        return expand.tag(info.toByteArray());
    }

    private static int firstInt(byte[] bytes) {
        return ByteBuffer.wrap(bytes).getInt();
    }
}
