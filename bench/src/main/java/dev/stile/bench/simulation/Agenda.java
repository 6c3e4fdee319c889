package dev.stile.bench.simulation;

import java.util.Comparator;
import java.util.PriorityQueue;

/** Simulated time: what is to happen happens in order, and what is due at the same moment in the order it was planned. */
final class Agenda {
    static final double NANOS_PER_SECOND = 1e9;

    private final PriorityQueue<Entry> entries =
            new PriorityQueue<>(Comparator.comparingLong(Entry::nanos).thenComparingLong(Entry::order));
    private long planned;
    private long nanos;

    private record Entry(long nanos, long order, Runnable action) {}

    /** Nanoseconds since the start. */
    long nanos() {
        return nanos;
    }

    double seconds() {
        return nanos / NANOS_PER_SECOND;
    }

    void in(double seconds, Runnable action) {
        at(nanos + Math.round(seconds * NANOS_PER_SECOND), action);
    }

    void at(long when, Runnable action) {
        entries.add(new Entry(when, planned++, action));
    }

    /** Lets everything happen up to a time since the start. */
    void runUntil(double seconds) {
        while (!entries.isEmpty() && entries.peek().nanos() <= seconds * NANOS_PER_SECOND) {
            Entry next = entries.remove();
            nanos = next.nanos();
            next.action().run();
        }
    }
}
