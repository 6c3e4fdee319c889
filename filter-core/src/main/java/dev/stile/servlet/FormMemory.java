package dev.stile.servlet;

import dev.stile.network.CidrBlock;
import java.util.HashMap;
import java.util.Map;

/**
 * Counts what all bodies take that are being kept, so that they never take more than a share of memory; no network gets
 * more than an eighth of it (A16). What is taken must be given back. Safe for threads.
 */
final class FormMemory {
    /** Enough for a thousand ordinary forms at once, and bearable beside any application. */
    private static final int LEAST_BYTES = 32 << 20;

    /** What one network gets is always enough for one body. */
    private static final int SHARES = 8;

    private final long capacityBytes;
    private final Map<CidrBlock, Integer> taken = new HashMap<>();
    private long takenBytes;

    /**
     * @param limitBytes longest body that is kept
     */
    FormMemory(int limitBytes) {
        capacityBytes = Math.max(LEAST_BYTES, (long) SHARES * limitBytes);
    }

    /** Takes so many bytes for a client of a network; nothing where they are not free. */
    synchronized boolean tryTake(CidrBlock network, int bytes) {
        int own = taken.getOrDefault(network, 0) + bytes;
        if (takenBytes + bytes > capacityBytes || own > capacityBytes / SHARES) {
            return false;
        }
        takenBytes += bytes;
        taken.put(network, own);
        return true;
    }

    synchronized void giveBack(CidrBlock network, int bytes) {
        takenBytes -= bytes;
        taken.computeIfPresent(network, (unused, own) -> own == bytes ? null : own - bytes);
    }

    /** What is taken now. */
    synchronized long takenBytes() {
        return takenBytes;
    }
}
