package dev.stile.protocol;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;

/** What a client sends to redeem (PROTOCOL §8), decoded but not yet believed. Immutable. */
final class Proof {
    /** Longest proof in base64url characters (PROTOCOL §13). */
    static final int MAX_TEXT_LENGTH = 4096;

    private static final int HASH_LENGTH = 32;
    private static final int FIXED_LENGTH = Challenge.IV_LENGTH_BYTES + HASH_LENGTH + 1;

    private final Challenge challenge;
    private final Target target;
    private final byte[] ivClient;
    private final byte[] messageHash;
    private final long[] counters;

    private Proof(Challenge challenge, Target target, byte[] ivClient, byte[] messageHash, long[] counters) {
        this.challenge = challenge;
        this.target = target;
        this.ivClient = ivClient;
        this.messageHash = messageHash;
        this.counters = counters;
    }

    /** Steps V2 and V3: size, version, lengths, and only then what the bytes mean. */
    static Checked<Proof> decode(String text) {
        return Checked.require(text.length() <= MAX_TEXT_LENGTH, text, Refusal.TOO_LARGE)
                .then(Base64Url::decode)
                .then(Proof::decodeFrame);
    }

    private static Checked<Proof> decodeFrame(byte[] bytes) {
        ByteBuffer from = ByteBuffer.wrap(bytes);
        if (!hasField(from)) {
            return Checked.refused(Refusal.MALFORMED);
        }
        return Challenge.requireVersion(field(from)).then(challenge -> decodeRest(challenge, from));
    }

    private static Checked<Proof> decodeRest(byte[] challengeBytes, ByteBuffer from) {
        if (!hasField(from)) {
            return Checked.refused(Refusal.MALFORMED);
        }
        byte[] targetBytes = field(from);
        if (from.remaining() < FIXED_LENGTH) {
            return Checked.refused(Refusal.MALFORMED);
        }
        byte[] ivClient = bytes(from, Challenge.IV_LENGTH_BYTES);
        byte[] messageHash = bytes(from, HASH_LENGTH);
        int n = from.get() & 0xff;
        if (from.remaining() != n * Long.BYTES) {
            return Checked.refused(Refusal.MALFORMED);
        }
        long[] counters = new long[n];
        from.asLongBuffer().get(counters);
        // Latin-1 maps each byte to one character, so that no byte above 0x7e can turn into an allowed one.
        String target = new String(targetBytes, StandardCharsets.ISO_8859_1);
        return Challenge.decode(challengeBytes)
                .then(challenge -> Checked.require(fits(counters, challenge), challenge, Refusal.MALFORMED))
                .then(challenge -> Target.parse(target)
                        .then(path -> Checked.of(new Proof(challenge, path, ivClient, messageHash, counters))));
    }

    private static boolean fits(long[] counters, Challenge challenge) {
        return counters.length == challenge.terms().difficulty().rounds() && strictlyIncreasing(counters);
    }

    private static boolean hasField(ByteBuffer from) {
        return from.remaining() >= Short.BYTES
                && from.remaining() - Short.BYTES >= (from.getShort(from.position()) & 0xffff);
    }

    private static byte[] field(ByteBuffer from) {
        return bytes(from, from.getShort() & 0xffff);
    }

    private static byte[] bytes(ByteBuffer from, int length) {
        byte[] bytes = new byte[length];
        from.get(bytes);
        return bytes;
    }

    private static boolean strictlyIncreasing(long[] counters) {
        for (int i = 1; i < counters.length; i++) {
            if (Long.compareUnsigned(counters[i - 1], counters[i]) >= 0) {
                return false;
            }
        }
        return true;
    }

    Challenge challenge() {
        return challenge;
    }

    Target target() {
        return target;
    }

    /** Step V8: whether the work was bound to this target. */
    boolean isBoundToMessage() {
        return MessageDigest.isEqual(Message.hash(challenge.ivServer(), ivClient, target), messageHash);
    }

    /** Step V9; the first counter that misses ends it, so that wrong work costs one hash. */
    boolean holdsWork() {
        Preimage preimage = new Preimage(challenge.ivServer(), ivClient, challenge.time(), messageHash);
        Difficulty difficulty = challenge.terms().difficulty();
        return Arrays.stream(counters).allMatch(counter -> difficulty.meetsTarget(preimage.digest(counter)));
    }

    /** The 72 bytes of which no two accepted proofs may have the same: (time, IVserver, IVclient). */
    byte[] replayTuple() {
        return ByteBuffer.allocate(Long.BYTES + 2 * Challenge.IV_LENGTH_BYTES)
                .putLong(challenge.time())
                .put(challenge.ivServer())
                .put(ivClient)
                .array();
    }
}
