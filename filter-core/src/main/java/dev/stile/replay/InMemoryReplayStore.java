package dev.stile.replay;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import java.util.function.LongSupplier;

/**
 * The default store: this process's own memory, in Caffeine. Each claim expires by the gate's own clock, the second
 * after which its proof can no longer be accepted, and by nothing else: there is no maximum size that could evict a
 * live one. Safe for threads.
 */
public final class InMemoryReplayStore implements ReplayStore {
    /** Claims that fit by default: 1,600 accepted proofs a second at a period of 60 s. */
    public static final int DEFAULT_CAPACITY = 200_000;

    private static final long NANOS_PER_SECOND = 1_000_000_000L;

    private final int capacity;
    private final LongSupplier clock;
    private final Cache<ReplayKey, Long> claims;
    private final OncePerSecond sweeps = new OncePerSecond();

    /**
     * @param capacity claims that may be live at once, 1 or more; threads that claim at the same moment may overshoot
     *     it by one each
     * @param clock seconds since the Unix epoch, which never go back: the clock that the verifier uses. Another one
     *     could forget a claim while its proof is still accepted.
     */
    public InMemoryReplayStore(int capacity, LongSupplier clock) {
        if (capacity < 1) {
            throw new IllegalArgumentException("capacity must be 1 or more, but is " + capacity);
        }
        this.capacity = capacity;
        this.clock = clock;
        this.claims = Caffeine.newBuilder()
                .expireAfter(new Ends())
                .ticker(() -> clock.getAsLong() * NANOS_PER_SECOND)
                .executor(Runnable::run)
                .build();
    }

    @Override
    public Claim claim(ReplayKey key, long until) {
        if (isFull()) {
            return claims.getIfPresent(key) == null ? Claim.UNAVAILABLE : Claim.SEEN;
        }
        if (claims.asMap().putIfAbsent(key, until) != null) {
            return Claim.SEEN;
        }
        // A thread held up to beyond its claim's end may find that an earlier claim of the key was forgotten, as it
        // should be.
        return clock.getAsLong() <= until ? Claim.FIRST : Claim.UNAVAILABLE;
    }

    @Override
    public boolean outlivesProcess() {
        return false;
    }

    @Override
    public double fill() {
        // Below half full nobody looks closely; above, the expired must not count, or the price stays up when all is
        // calm.
        return Math.min(1, (double) sweptSize(claims.estimatedSize() >= capacity / 2) / capacity);
    }

    private boolean isFull() {
        return sweptSize(claims.estimatedSize() >= capacity) >= capacity;
    }

    /**
     * The number of claims. Expired ones count until they are swept; when it is {@code high} they are, at most once a
     * second, for a sweep takes a lock.
     */
    private long sweptSize(boolean high) {
        if (high && sweeps.isFirst(clock.getAsLong())) {
            claims.cleanUp();
        }
        return claims.estimatedSize();
    }

    /**
     * A claim is live through the whole second {@code until}. Its duration is measured from the reading of the clock
     * that Caffeine adds it to: from another reading, a second later, it would end a second too early.
     */
    private static final class Ends implements Expiry<ReplayKey, Long> {
        @Override
        public long expireAfterCreate(ReplayKey key, Long until, long now) {
            return Math.max(0, (until + 1) * NANOS_PER_SECOND - now);
        }

        @Override
        public long expireAfterUpdate(ReplayKey key, Long until, long now, long remaining) {
            return remaining;
        }

        @Override
        public long expireAfterRead(ReplayKey key, Long until, long now, long remaining) {
            return remaining;
        }
    }
}
