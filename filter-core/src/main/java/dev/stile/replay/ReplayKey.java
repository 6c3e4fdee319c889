package dev.stile.replay;

import dev.stile.protocol.Sha256;
import java.nio.ByteBuffer;

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
        ByteBuffer digest = ByteBuffer.wrap(Sha256.of(tuple));
        return new ReplayKey(digest.getLong(), digest.getLong());
    }

    @Override
    public int compareTo(ReplayKey other) {
        int byHigh = Long.compare(high, other.high);
        return byHigh != 0 ? byHigh : Long.compare(low, other.low);
    }
}
