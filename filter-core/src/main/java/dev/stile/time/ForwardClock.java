package dev.stile.time;

import java.time.InstantSource;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;

/**
 * The wall clock in whole seconds, the protocol's time unit, made never to go back: a claim that has been kept long
 * enough stays forgotten for good, and one that must be kept is kept, whatever somebody does to the system's clock.
 *
 * <p>When the wall clock steps back, this clock goes on at half speed until the wall clock has caught up. Standing
 * still instead would keep every challenge alive and every claim stored for as long as the step was; full speed would
 * never come back to the time that other nodes have. Safe for threads.
 */
public final class ForwardClock {
    /** A second of this clock takes two while the wall clock is behind. */
    private static final long NANOS_PER_STEP = 2_000_000_000L;

    private final InstantSource wall;
    private final LongSupplier nanoTime;
    private final AtomicReference<Reading> last;

    /**
     * @param wall the system's clock, which may be set
     * @param nanoTime a steady clock of arbitrary origin, in nanoseconds
     */
    public ForwardClock(InstantSource wall, LongSupplier nanoTime) {
        this.wall = wall;
        this.nanoTime = nanoTime;
        this.last = new AtomicReference<>(new Reading(wall.millis() / 1000, nanoTime.getAsLong()));
    }

    /** The clock of this machine. */
    public static ForwardClock system() {
        return new ForwardClock(InstantSource.system(), System::nanoTime);
    }

    private record Reading(long second, long nanos) {}

    /** Seconds since the Unix epoch; never less than an earlier answer to any thread. */
    public long seconds() {
        while (true) {
            Reading before = Objects.requireNonNull(last.get());
            long nanos = nanoTime.getAsLong();
            long steps = (nanos - before.nanos()) / NANOS_PER_STEP;
            long crept = before.second() + steps;
            long second = Math.max(wall.millis() / 1000, crept);
            if (second <= before.second()) {
                return before.second();
            }
            // What is left of a step counts for the next one, so that the speed does not depend on how often the clock
            // is read.
            long since = second == crept ? before.nanos() + steps * NANOS_PER_STEP : nanos;
            // Written once a second, so that request threads do not contend for it.
            if (last.compareAndSet(before, new Reading(second, since))) {
                return second;
            }
        }
    }
}
