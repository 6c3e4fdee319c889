package dev.stile.event;

import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * So many lines a second, and some more at once after a quiet while: the generic cell rate algorithm (ITU-T I.371),
 * whose whole state is the moment at which the lines so far are paid for. Safe for threads, takes no lock.
 */
final class LineLimit {
    private static final long NANOS_PER_SECOND = 1_000_000_000L;

    private final LongSupplier ticker;
    private final long start;
    private final long nanosPerLine;
    private final long burstNanos;
    private final AtomicLong paidUntil = new AtomicLong();

    /**
     * @param perSecond lines that each second pays for, 1 or more
     * @param burst lines that may be written at once after a quiet while, 1 or more
     * @param ticker nanoseconds of any origin that never go back
     */
    LineLimit(int perSecond, int burst, LongSupplier ticker) {
        this.ticker = ticker;
        this.start = ticker.getAsLong();
        this.nanosPerLine = NANOS_PER_SECOND / perSecond;
        this.burstNanos = nanosPerLine * burst;
    }

    /** Whether one more line may be written now; it is then counted as written. */
    boolean take() {
        long now = ticker.getAsLong() - start;
        while (true) {
            long before = paidUntil.get();
            long after = Math.max(before, now) + nanosPerLine;
            if (after - now > burstNanos) {
                return false;
            }
            if (paidUntil.compareAndSet(before, after)) {
                return true;
            }
        }
    }
}
