package dev.stile.bench.replay;

import dev.stile.time.ForwardClock;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/** The gate's clock, at what it costs to read, which also can be told to go on. Safe for threads. */
final class SkippingClock implements LongSupplier {
    private static final long MILLIS_PER_SECOND = 1_000;

    private final AtomicLong skippedMillis = new AtomicLong();
    private final ForwardClock clock = new ForwardClock(new Wall(), System::nanoTime);

    private final class Wall implements InstantSource {
        @Override
        public Instant instant() {
            return Instant.ofEpochMilli(millis());
        }

        @Override
        public long millis() {
            return System.currentTimeMillis() + skippedMillis.get();
        }
    }

    @Override
    public long getAsLong() {
        return clock.seconds();
    }

    void skip(int seconds) {
        skippedMillis.addAndGet(seconds * MILLIS_PER_SECOND);
    }
}
