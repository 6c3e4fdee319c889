package dev.stile.explain;

import dev.stile.event.DecisionEvent;
import dev.stile.event.StileListener;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * Remembers the last {@value #CAPACITY} decisions, so that an operator finds one by its reference id. Browser files and
 * operators' own questions are not worth a place. The client's words are cut, so the ring has a bound: 11 MB if all
 * are ordinary requests, 20 MB if everybody sends words that are as long as they may be (measured; see {@code
 * DecisionRingFootprintTest}). Safe for threads, takes no lock: one that writes may be overtaken, so that the order of
 * decisions of one moment is not exact.
 */
public final class DecisionRing implements StileListener {
    /** How many decisions are remembered. */
    public static final int CAPACITY = 10_000;

    private final AtomicReferenceArray<DecisionEvent> slots = new AtomicReferenceArray<>(CAPACITY);
    private final AtomicLong written = new AtomicLong();

    @Override
    public void onDecision(DecisionEvent event) {
        if (!event.endpoint().equals("file") && !event.endpoint().equals("operator")) {
            slots.set((int) (written.getAndIncrement() % CAPACITY), event.shortened());
        }
    }

    /** The decision of this reference id. Looks at all of them: some 0.1 ms, which only operators cost. */
    public Optional<DecisionEvent> find(String reference) {
        return newestFirst()
                .filter(event -> event.reference().equals(reference))
                .findFirst();
    }

    /** The decisions that are remembered, the newest first. */
    public Stream<DecisionEvent> newestFirst() {
        long end = written.get();
        return LongStream.range(0, Math.min(end, CAPACITY))
                .mapToObj(back -> Optional.ofNullable(slots.get((int) ((end - 1 - back) % CAPACITY))))
                .flatMap(Optional::stream);
    }
}
