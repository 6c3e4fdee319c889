package dev.stile.demo.scraper;

import java.util.concurrent.TimeUnit;

/**
 * Hands out turns at even distances, to any number of threads. Turns that nobody took in time are lost: a scraper that
 * was held up does not make up for it in a burst.
 */
final class Pace {

    private final long distanceNanos;
    private long nextNanos = System.nanoTime();

    Pace(int turnsPerSecond) {
        this.distanceNanos = TimeUnit.SECONDS.toNanos(1) / turnsPerSecond;
    }

    /** Waits for the next turn. */
    void await() throws InterruptedException {
        TimeUnit.NANOSECONDS.sleep(take(System.nanoTime()));
    }

    /** Takes the next turn, and answers how far ahead it is, in nanoseconds; it may be past. */
    synchronized long take(long now) {
        if (nextNanos - now < -distanceNanos) {
            nextNanos = now;
        }
        long ahead = nextNanos - now;
        nextNanos += distanceNanos;
        return ahead;
    }
}
