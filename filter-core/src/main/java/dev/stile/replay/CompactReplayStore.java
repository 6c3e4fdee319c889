package dev.stile.replay;

import dev.stile.sketch.KeyedHash;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * This process's own memory, in one array that the garbage collector need not look into: 16 bytes a claim, taken at the
 * start ({@code docs/decisions/014}). Each claim expires by the gate's own clock, and by nothing else: no live one is ever
 * evicted.
 *
 * <p>A claim is one word: its end, and 32 bits of a hash under a secret of this process. Its place is in one bucket of 64
 * words, which other bits of that hash choose; a word whose end is past is free, so that nothing needs to be taken out.
 * Safe for threads: of those that claim in one bucket, one at a time does.
 *
 * <p>Nobody outside knows the secret, so nobody can grind for claims that share a bucket. What chance does: at capacity a
 * bucket holds 32 claims on average and more than 64 once in five million times, and then refuses; and a fresh proof is
 * taken for one of the 32 once in 130 million times, and is to be solved again.
 */
public final class CompactReplayStore implements ReplayStore {
    /** Claims that fit at most: 160 MB. */
    private static final int MAX_CAPACITY = 10_000_000;

    private static final int BUCKET = 64;
    private static final int BUCKET_MEAN = 32;
    private static final int LOCKS = 256;

    private static final long TAG = 0xffff_ffffL;
    private static final int END_SHIFT = 32;
    /** 136 years. */
    private static final long LAST_END = 0xffff_ffffL;

    private final int capacity;
    private final LongSupplier clock;
    private final KeyedHash hash;
    private final OncePerSecond sweeps = new OncePerSecond();
    private final Object[] locks = new Object[LOCKS];

    /** Ends count from here, so that the word 0 has ended. */
    private final long origin;
    /** Ends above, hashes below; each bucket under its lock. */
    private final long[] claims;
    /** Words that are not 0. */
    private final AtomicInteger size = new AtomicInteger();

    /**
     * @param capacity claims that may be live at once, 1 to 10,000,000; threads that claim at the same moment may
     *     overshoot it by one each
     * @param clock seconds since the Unix epoch, which never go back: the clock that the verifier uses
     * @param randomness fills an array with unpredictable bytes
     */
    public CompactReplayStore(int capacity, LongSupplier clock, Consumer<byte[]> randomness) {
        if (capacity < 1 || capacity > MAX_CAPACITY) {
            throw new IllegalArgumentException("capacity must be 1 to 10000000, but is " + capacity);
        }
        this.capacity = capacity;
        this.clock = clock;
        hash = KeyedHash.under(randomness);
        origin = clock.getAsLong() - 1;
        claims = new long[(capacity + BUCKET_MEAN - 1) / BUCKET_MEAN * BUCKET];
        Arrays.setAll(locks, i -> new Object());
    }

    @Override
    public Claim claim(ReplayKey key, long until) {
        long hashed = hash.of(key.high(), key.low(), 0);
        int bucket = (int) (((hashed >>> 32) * (claims.length / BUCKET)) >>> 32);
        boolean full = sweptSize(capacity) >= capacity;
        synchronized (lock(bucket)) {
            // Read under the lock: who waited for it may have missed the end of an earlier claim of this key.
            long now = clock.getAsLong();
            if (until < now) {
                return Claim.UNAVAILABLE;
            }
            long end = Math.min(LAST_END, until - origin);
            return claim(bucket, (end << END_SHIFT) | (hashed & TAG), now - origin, full);
        }
    }

    private Claim claim(int bucket, long wanted, long now, boolean full) {
        int free = -1;
        for (int i = bucket * BUCKET; i < (bucket + 1) * BUCKET; i++) {
            if (claims[i] >>> END_SHIFT < now) {
                free = i;
            } else if ((claims[i] & TAG) == (wanted & TAG)) {
                return Claim.SEEN;
            }
        }
        if (full || free < 0) {
            return Claim.UNAVAILABLE;
        }
        if (claims[free] == 0) {
            size.incrementAndGet();
        }
        claims[free] = wanted;
        return Claim.FIRST;
    }

    private Object lock(int bucket) {
        return locks[bucket % LOCKS];
    }

    @Override
    public boolean outlivesProcess() {
        return false;
    }

    @Override
    public double fill() {
        return Math.min(1, (double) sweptSize(capacity / 2) / capacity);
    }

    /** The number of claims, without those that have ended if it was {@code high} and nobody has swept this second. */
    private int sweptSize(int high) {
        if (size.get() >= high && sweeps.isFirst(clock.getAsLong())) {
            for (int bucket = 0; bucket < claims.length / BUCKET; bucket++) {
                sweep(bucket);
            }
        }
        return size.get();
    }

    private void sweep(int bucket) {
        synchronized (lock(bucket)) {
            long now = clock.getAsLong() - origin;
            int ended = 0;
            for (int i = bucket * BUCKET; i < (bucket + 1) * BUCKET; i++) {
                if (claims[i] != 0 && claims[i] >>> END_SHIFT < now) {
                    claims[i] = 0;
                    ended++;
                }
            }
            size.addAndGet(-ended);
        }
    }
}
