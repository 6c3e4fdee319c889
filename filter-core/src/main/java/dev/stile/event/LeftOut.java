package dev.stile.event;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;

/** Counts the lines that were not written, and tells of them once a second at most. Safe for threads, takes no lock. */
final class LeftOut {
    private static final long NANOS_PER_SECOND = 1_000_000_000L;
    private static final long NOTHING = 0;

    private final LongSupplier ticker;
    private final Map<String, LongAdder> counts = new ConcurrentHashMap<>();
    /** When the first line was left out that was not told of; {@link #NOTHING} if there is none. */
    private final AtomicLong since = new AtomicLong(NOTHING);

    LeftOut(LongSupplier ticker) {
        this.ticker = ticker;
    }

    /** Counts one decision, {@code verdict/reason}: a token of a closed list. */
    void count(String decision) {
        counts.computeIfAbsent(decision, unused -> new LongAdder()).increment();
        since.compareAndSet(NOTHING, now());
    }

    /** What was left out, as text, if that began a second ago; one thread gets it. */
    Optional<String> due() {
        long began = since.get();
        boolean due = began != NOTHING && now() - began >= NANOS_PER_SECOND;
        return due && since.compareAndSet(began, NOTHING) ? Optional.of(text()) : Optional.empty();
    }

    /** An odd number, to tell every moment from {@link #NOTHING}. */
    private long now() {
        return ticker.getAsLong() | 1;
    }

    private String text() {
        Map<String, Long> sums = new TreeMap<>();
        counts.forEach((decision, count) -> sums.put(decision, count.sumThenReset()));
        sums.values().removeIf(sum -> sum == 0);
        long total = sums.values().stream().mapToLong(Long::longValue).sum();
        return "left-out=" + total + " decisions="
                + sums.entrySet().stream()
                        .map(entry -> entry.getKey() + ":" + entry.getValue())
                        .collect(Collectors.joining(","));
    }
}
