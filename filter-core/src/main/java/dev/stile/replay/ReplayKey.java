package dev.stile.replay;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * What a claim is stored under: the first 128 bits of SHA-256 over the replay tuple, since 72 bytes a tuple would more
 * than double the memory. Two tuples with one key would need 2^64 proofs, and would only cost their maker a proof.
 * Comparable, so that the store's map keeps its logarithmic bound if somebody grinds for equal hash codes.
 *
 * @param high first 8 bytes
 * @param low next 8 bytes
 */
public record ReplayKey(long high, long low) implements Comparable<ReplayKey> {

    /**
     * The key of a tuple.
     *
     * @param tuple (time, IVserver, IVclient)
     */
    public static ReplayKey of(byte[] tuple) {
        try {
            ByteBuffer digest =
                    ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(tuple));
            return new ReplayKey(digest.getLong(), digest.getLong());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    @Override
    public int compareTo(ReplayKey other) {
        int byHigh = Long.compare(high, other.high);
        return byHigh != 0 ? byHigh : Long.compare(low, other.low);
    }
}
