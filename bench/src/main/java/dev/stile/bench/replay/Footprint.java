package dev.stile.bench.replay;

import dev.stile.replay.ReplayKey;
import dev.stile.replay.ReplayStore;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.util.SplittableRandom;

/**
 * What a full store takes, and what it takes to be rid of it.
 *
 * @param bytes of the heap a live claim, after a full collection
 * @param sweepMillis how long the one call takes that finds that all claims have ended
 */
record Footprint(double bytes, double sweepMillis) {
    private static final int LIFE_SECONDS = 60;
    private static final int COLLECTIONS = 3;

    static Footprint of(Candidate candidate) {
        SkippingClock clock = new SkippingClock();
        SplittableRandom random = new SplittableRandom(8);
        long before = usedBytes();
        ReplayStore store = candidate.store(clock);
        long until = clock.getAsLong() + LIFE_SECONDS;
        for (int i = 0; i < Candidate.CAPACITY; i++) {
            store.claim(new ReplayKey(random.nextLong(), random.nextLong()), until);
        }
        double bytes = (double) (usedBytes() - before) / Candidate.CAPACITY;

        clock.skip(LIFE_SECONDS + 2);
        long begin = System.nanoTime();
        double fill = store.fill();
        double millis = (System.nanoTime() - begin) / 1e6;
        if (fill != 0) {
            throw new IllegalStateException("all claims have ended, but " + fill + " of the store is full");
        }
        return new Footprint(bytes, millis);
    }

    private static long usedBytes() {
        MemoryMXBean memory = ManagementFactory.getMemoryMXBean();
        for (int i = 0; i < COLLECTIONS; i++) {
            memory.gc();
        }
        return memory.getHeapMemoryUsage().getUsed();
    }
}
