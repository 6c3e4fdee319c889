package dev.stile.budget;

import dev.stile.protocol.Pass;
import dev.stile.sketch.CountSketch;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * Counts of passes by the window in which they were issued. A window is as long as a pass lives, so that only passes of
 * this window and the last are alive: two sketches, and each is replaced by an empty one when the passes in it have
 * expired. Safe for threads.
 */
final class Generations {
    private final int bytes;
    private final int passSeconds;
    private final AtomicReferenceArray<Generation> generations = new AtomicReferenceArray<>(2);

    private record Generation(long window, CountSketch used) {}

    /** @param bytes of both generations together */
    Generations(int bytes, int passSeconds) {
        this.bytes = bytes / 2;
        this.passSeconds = passSeconds;
        generations.set(0, new Generation(0, new CountSketch(this.bytes)));
        generations.set(1, new Generation(1, new CountSketch(this.bytes)));
    }

    /** The counts that hold this pass. */
    CountSketch of(Pass pass, long now) {
        long current = now / passSeconds;
        // A pass of a node whose clock is ahead, or of a time when passes lived longer, replaces no living generation.
        long window = Math.max(current - 1, Math.min(current, pass.issued() / passSeconds));
        int slot = (int) (window & 1);
        Generation found = generations.get(slot);
        return found.window() >= window ? found.used() : replaced(slot, window);
    }

    /** One thread makes the new one. */
    private synchronized CountSketch replaced(int slot, long window) {
        Generation found = generations.get(slot);
        if (found.window() < window) {
            found = new Generation(window, new CountSketch(bytes));
            generations.set(slot, found);
        }
        return found.used();
    }
}
