package dev.stile.protocol;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Optional;

/** What the server asks (PROTOCOL §5): signed terms and the second of issue. Immutable. */
public final class Challenge {
    static final int VERSION = 1;
    static final int ALGORITHM = 1;
    static final int IV_LENGTH_BYTES = 32;

    private static final int HOST_OFFSET = 30;
    private static final int MIN_LENGTH = 72;
    private static final int LENGTH_WITHOUT_HOST = 71;

    private final byte[] bytes;
    private final int keyId;
    private final Terms terms;
    private final long time;

    private Challenge(byte[] bytes, int keyId, Terms terms, long time) {
        this.bytes = bytes;
        this.keyId = keyId;
        this.terms = terms;
        this.time = time;
    }

    /** Signs terms; costs one HMAC. */
    static Challenge sign(ServerKey key, Terms terms, long time) {
        ByteBuffer to =
                ByteBuffer.allocate(LENGTH_WITHOUT_HOST + terms.host().text().length());
        to.put((byte) VERSION).putInt(key.challengeKeyId()).put((byte) ALGORITHM);
        terms.encode(to);
        int signed = to.position();
        to.put(key.challenges().tag(to.array(), 0, signed));
        to.putLong(Seconds.require("time", time));
        return new Challenge(to.array(), key.challengeKeyId(), terms, time);
    }

    /** The bytes, if they begin with the one version that there is. */
    static Checked<byte[]> requireVersion(byte[] bytes) {
        if (bytes.length == 0) {
            return Checked.refused(Refusal.MALFORMED);
        }
        return Checked.require(bytes[0] == VERSION, bytes, Refusal.UNSUPPORTED_VERSION);
    }

    /** Decodes all bytes, or says why not (step V3); nothing of it is authentic before {@link #isSignedBy}. */
    static Checked<Challenge> decode(byte[] bytes) {
        return requireVersion(bytes)
                .then(known -> Checked.require(hasLength(known), known, Refusal.MALFORMED))
                .then(Challenge::decodeFields);
    }

    private static boolean hasLength(byte[] bytes) {
        return bytes.length >= MIN_LENGTH && bytes.length == LENGTH_WITHOUT_HOST + (bytes[HOST_OFFSET] & 0xff);
    }

    private static Checked<Challenge> decodeFields(byte[] bytes) {
        ByteBuffer from = ByteBuffer.wrap(bytes, 1, bytes.length - 1);
        int keyId = from.getInt();
        if (from.get() != ALGORITHM) {
            return Checked.refused(Refusal.UNSUPPORTED_ALGORITHM);
        }
        int purpose = from.get() & 0xff;
        int bits = from.get() & 0xff;
        int rounds = from.get() & 0xff;
        Optional<Level> level = Level.of(from.get() & 0xff);
        long period = from.getLong();
        int lifetime = from.getInt();
        long binding = from.getLong();
        long time = from.getLong(bytes.length - Long.BYTES);
        if (!Difficulty.isValid(bits, rounds)
                || level.isEmpty()
                || !Seconds.isValid(period)
                || !Seconds.isValid(time)
                || lifetime < 1
                || lifetime > Terms.MAX_LIFETIME_SECONDS) {
            return Checked.refused(Refusal.MALFORMED);
        }
        return Host.decode(bytes, HOST_OFFSET + 1, bytes[HOST_OFFSET] & 0xff).then(host -> {
            Difficulty difficulty = new Difficulty(bits, rounds);
            Terms terms = new Terms(purpose, difficulty, level.get(), period, lifetime, binding, host);
            return Checked.of(new Challenge(bytes, keyId, terms, time));
        });
    }

    /** The challenge as it travels (PROTOCOL §1.2). */
    public String token() {
        return Base64Url.encode(bytes);
    }

    /** What is asked, and under which conditions. */
    public Terms terms() {
        return terms;
    }

    /** The second of issue. */
    public long time() {
        return time;
    }

    int keyId() {
        return keyId;
    }

    byte[] ivServer() {
        int from = bytes.length - Long.BYTES - IV_LENGTH_BYTES;
        return Arrays.copyOfRange(bytes, from, from + IV_LENGTH_BYTES);
    }

    /** Step V6, in constant time. */
    boolean isSignedBy(ServerKey key) {
        int signed = bytes.length - Long.BYTES - IV_LENGTH_BYTES;
        return MessageDigest.isEqual(key.challenges().tag(bytes, 0, signed), ivServer());
    }
}
