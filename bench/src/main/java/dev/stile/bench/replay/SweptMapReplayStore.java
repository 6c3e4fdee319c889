package dev.stile.bench.replay;

import dev.stile.replay.Claim;
import dev.stile.replay.ReplayKey;
import dev.stile.replay.ReplayStore;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * The JDK's own map from keys to the ends of their claims. Nothing ends by itself: from half full on, a thread a second
 * walks through all of it. Safe for threads.
 */
final class SweptMapReplayStore implements ReplayStore {
    private final int capacity;
    private final LongSupplier clock;
    private final ConcurrentMap<ReplayKey, Long> ends = new ConcurrentHashMap<>();
    private final AtomicLong lastSweep = new AtomicLong(Long.MIN_VALUE);

    /**
     * @param capacity claims that may be live at once, 1 or more
     * @param clock seconds since the Unix epoch, which never go back
     */
    SweptMapReplayStore(int capacity, LongSupplier clock) {
        this.capacity = capacity;
        this.clock = clock;
    }

    @Override
    public Claim claim(ReplayKey key, long until) {
        long now = clock.getAsLong();
        if (sweptSize(capacity, now) >= capacity) {
            return ends.getOrDefault(key, Long.MIN_VALUE) < now ? Claim.UNAVAILABLE : Claim.SEEN;
        }
        Long before = ends.putIfAbsent(key, until);
        if (before != null && (before >= now || !ends.replace(key, before, until))) {
            return Claim.SEEN;
        }
        // As in the default store: a thread held up to beyond its claim's end is not the first again.
        return clock.getAsLong() <= until ? Claim.FIRST : Claim.UNAVAILABLE;
    }

    @Override
    public boolean outlivesProcess() {
        return false;
    }

    @Override
    public double fill() {
        return Math.min(1, (double) sweptSize(capacity / 2, clock.getAsLong()) / capacity);
    }

    /** The number of claims, without those that have ended if it was {@code high} and nobody has swept this second. */
    private int sweptSize(int high, long now) {
        long before = lastSweep.get();
        if (ends.size() >= high && now > before && lastSweep.compareAndSet(before, now)) {
            ends.values().removeIf(end -> end < now);
        }
        return ends.size();
    }
}
