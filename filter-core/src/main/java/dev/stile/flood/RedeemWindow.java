package dev.stile.flood;

import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;

/** How many redeems are offered a second, as a multiple of what the server can verify. Safe for threads. */
final class RedeemWindow {
    private static final long NANOS_PER_SECOND = 1_000_000_000L;

    private final double perSecond;
    private final LongSupplier nanoTime;
    private final AtomicReference<Seconds> last;

    /** How many came in a second so far, and how many in the one before. */
    private record Seconds(long second, long offered, long before) {
        Seconds with(long now) {
            return now <= second
                    ? new Seconds(second, offered + 1, before)
                    : new Seconds(now, 1, now == second + 1 ? offered : 0);
        }
    }

    RedeemWindow(int perSecond, LongSupplier nanoTime) {
        this.perSecond = perSecond;
        this.nanoTime = nanoTime;
        this.last = new AtomicReference<>(new Seconds(second(), 0, 0));
    }

    /** Counts one more. The busier of this second and the one before, over the bound. */
    double offer() {
        long now = second();
        Seconds seconds = Objects.requireNonNull(last.updateAndGet(before -> before.with(now)));
        return Math.max(seconds.offered(), seconds.before()) / perSecond;
    }

    private long second() {
        return Math.floorDiv(nanoTime.getAsLong(), NANOS_PER_SECOND);
    }
}
