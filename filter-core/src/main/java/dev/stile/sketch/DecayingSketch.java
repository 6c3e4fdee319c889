package dev.stile.sketch;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.DoubleSupplier;
import java.util.function.LongSupplier;

/**
 * Counts of any number of keys in fixed memory, which halve in each half-life: what has been counted lately weighs more.
 * Safe for threads.
 *
 * <p>A cell holds not a count but a moment: the one at which its count will have decayed to 1. All counts decay with no
 * cell being written, a greater count is a later moment, and a cell needs no time stamp. Moments are in 512ths of a
 * half-life since an origin. Every hundred half-lives or so the origin moves, and the cells with it, so that no moment
 * ever wraps: an old count cannot come back.
 *
 * <p>How far off a count can be: too high where other keys share all cells of a key, see
 * {@code docs/flood-control.md}; by the rounding to a 512th, which is up or down by chance so that it is right on
 * average, and whose standard error is at most 2.6 %; too low by at most a 64th, below which a count is nothing; and
 * by the few updates that are under way just when the origin moves. Counts end at a million.
 */
public final class DecayingSketch {
    /** The greatest count. */
    public static final double MAX = 1 << 20;

    private static final int STEPS = 512;

    /** Where now is just after a move of the origin, in half-lives: a count of 2 to the minus that is a cell's first. */
    private static final int FIRST = 6;

    /** The moment at which it moves again: twenty half-lives before the last one, which is room for {@link #MAX}. */
    private static final double LAST = Cells.MAX + 1 - 20 * STEPS;

    private static final double LOG_2 = Math.log(2);

    private final long halfLifeNanos;
    private final double stepsPerNano;
    private final LongSupplier nanoTime;
    private final DoubleSupplier chance;
    private volatile Era era;

    /** Cells and the time that their moments count from. */
    private record Era(long origin, Cells cells) {}

    /**
     * @param bytes memory of the counts, 4 KiB to 1 GiB; twice that for the milliseconds in which the origin moves
     * @param halfLife in which counts halve, 1 second to 1 day
     * @param nanoTime a steady clock of arbitrary origin, in nanoseconds
     */
    public DecayingSketch(int bytes, Duration halfLife, LongSupplier nanoTime) {
        this(bytes, halfLife, nanoTime, () -> ThreadLocalRandom.current().nextDouble());
    }

    /**
     * The same, where a run is to be repeatable.
     *
     * @param chance draws from [0, 1), by which counts are rounded
     */
    public DecayingSketch(int bytes, Duration halfLife, LongSupplier nanoTime, DoubleSupplier chance) {
        if (halfLife.compareTo(Duration.ofSeconds(1)) < 0 || halfLife.compareTo(Duration.ofDays(1)) > 0) {
            throw new IllegalArgumentException("halfLife must be 1 s to 1 day, but is " + halfLife);
        }
        this.halfLifeNanos = halfLife.toNanos();
        this.stepsPerNano = (double) STEPS / halfLifeNanos;
        this.nanoTime = nanoTime;
        this.chance = chance;
        this.era = new Era(nanoTime.getAsLong() - FIRST * halfLifeNanos, new Cells(bytes));
    }

    /**
     * What has been counted under a key, decayed.
     *
     * @param hash 64 bits that clients cannot foretell: of {@link KeyedHash}, or random
     */
    public double count(long hash) {
        long nanos = nanoTime.getAsLong();
        Era current = eraOf(nanos);
        return value(current.cells().least(hash), moment(current, nanos));
    }

    /**
     * Counts under a key, unless its count would exceed a limit: then nothing changes. One step, whatever other threads
     * do.
     *
     * @param hash as of {@link #count}
     * @param amount 0 or more; a request is 1, and an eighth of it counts as well
     * @return what the count is now, or would be if it did not exceed the limit
     */
    public double addWithin(long hash, double amount, double limit) {
        if (!(amount >= 0)) {
            throw new IllegalArgumentException("an amount is 0 or more, not " + amount);
        }
        long nanos = nanoTime.getAsLong();
        Era current = eraOf(nanos);
        double now = moment(current, nanos);
        Sum sum = new Sum();
        current.cells().raise(hash, moment -> {
            sum.value = Math.min(MAX, value(moment, now) + amount);
            return sum.value > limit ? moment : moment(sum.value, now);
        });
        return sum.value;
    }

    /** Counts under a key, and says what the count is now; see {@link #addWithin}. */
    public double add(long hash, double amount) {
        return addWithin(hash, amount, MAX);
    }

    private static final class Sum {
        private double value;
    }

    private static double value(int moment, double now) {
        return moment == 0 ? 0 : Math.min(MAX, Math.exp((moment - now) * (LOG_2 / STEPS)));
    }

    private int moment(double value, double now) {
        double exact = now + Math.log(value) * (STEPS / LOG_2);
        return (int) Math.max(0, exact + chance.getAsDouble());
    }

    /** A time as a moment, unrounded. */
    private double moment(Era in, long nanos) {
        return (nanos - in.origin()) * stepsPerNano;
    }

    private Era eraOf(long nanos) {
        Era current = era;
        return moment(current, nanos) < LAST ? current : moved(nanos);
    }

    /** One thread moves the origin, and those that come meanwhile wait. */
    private synchronized Era moved(long nanos) {
        Era from = era;
        if (moment(from, nanos) >= LAST) {
            long halfLives = (nanos - from.origin()) / halfLifeNanos - FIRST;
            long origin = from.origin() + halfLives * halfLifeNanos;
            long steps = halfLives * STEPS;
            era = new Era(origin, from.cells().map(moment -> (int) Math.max(0, moment - steps)));
        }
        return era;
    }
}
