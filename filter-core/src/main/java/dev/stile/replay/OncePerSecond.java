package dev.stile.replay;

import java.util.concurrent.atomic.AtomicLong;

/** Lets one thread a second through, such as the one that sweeps. Safe for threads. */
final class OncePerSecond {
    private final AtomicLong last = new AtomicLong(Long.MIN_VALUE);

    /** Whether the caller is the first in this second. */
    boolean isFirst(long second) {
        long before = last.get();
        return second > before && last.compareAndSet(before, second);
    }
}
