package dev.stile.sketch;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/** A steady clock that stands still until it is told otherwise. */
public final class ManualTime implements LongSupplier {
    private final AtomicLong nanos;

    /** A clock that begins at zero. */
    public ManualTime() {
        this(0);
    }

    /** A clock that begins there: the origin of a steady clock is arbitrary. */
    public ManualTime(long nanos) {
        this.nanos = new AtomicLong(nanos);
    }

    /** Lets time pass. */
    public void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }

    @Override
    public long getAsLong() {
        return nanos.get();
    }
}
