package dev.stile.protocol;

import java.nio.ByteBuffer;

/**
 * How much work a proof holds (PROTOCOL §3).
 *
 * @param bits leading zero bits that each digest must have, 1 to 32
 * @param rounds counters that one proof must hold, 1 to 64
 */
public record Difficulty(int bits, int rounds) {
    /** Most leading zero bits that a challenge may ask for. */
    public static final int MAX_BITS = 32;
    /** Most counters that one proof may hold. */
    public static final int MAX_ROUNDS = 64;

    public Difficulty {
        if (!isValid(bits, rounds)) {
            throw new IllegalArgumentException(
                    "bits must be 1 to 32 and rounds 1 to 64, but are " + bits + " and " + rounds);
        }
    }

    static boolean isValid(int bits, int rounds) {
        return bits >= 1 && bits <= MAX_BITS && rounds >= 1 && rounds <= MAX_ROUNDS;
    }

    /** Expected number of hashes, at most 2^38. */
    public long work() {
        return (long) rounds << bits;
    }

    /**
     * Whether the digest begins with {@link #bits()} zero bits, counted from the most significant bit of its first
     * byte.
     */
    public boolean meetsTarget(byte[] digest) {
        return Integer.numberOfLeadingZeros(ByteBuffer.wrap(digest).getInt()) >= bits;
    }
}
