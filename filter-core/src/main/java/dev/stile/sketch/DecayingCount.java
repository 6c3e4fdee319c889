package dev.stile.sketch;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;

/** One count that halves in each half-life. Exact but for floating point. Safe for threads. */
public final class DecayingCount {
    private final double meanLifeNanos;
    private final LongSupplier nanoTime;
    private final AtomicReference<Reading> last;

    private record Reading(double count, long nanos) {}

    /**
     * @param halfLife in which the count halves, more than nothing
     * @param nanoTime a steady clock of arbitrary origin, in nanoseconds
     */
    public DecayingCount(Duration halfLife, LongSupplier nanoTime) {
        if (halfLife.isZero() || halfLife.isNegative()) {
            throw new IllegalArgumentException("halfLife must be more than nothing, but is " + halfLife);
        }
        this.meanLifeNanos = halfLife.toNanos() / Math.log(2);
        this.nanoTime = nanoTime;
        this.last = new AtomicReference<>(new Reading(0, nanoTime.getAsLong()));
    }

    /** The count now. */
    public double count() {
        return at(Objects.requireNonNull(last.get()), nanoTime.getAsLong());
    }

    /** Counts. */
    public void add(double amount) {
        long now = nanoTime.getAsLong();
        last.updateAndGet(before -> new Reading(at(before, now) + amount, later(before.nanos(), now)));
    }

    private double at(Reading reading, long now) {
        long age = later(reading.nanos(), now) - reading.nanos();
        return reading.count() * Math.exp(-age / meanLifeNanos);
    }

    /** Another thread may have read the clock later and written first; and the steady clock may wrap. */
    private static long later(long one, long other) {
        return other - one > 0 ? other : one;
    }
}
