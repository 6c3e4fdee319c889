package dev.stile.explain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stile.event.Cost;
import dev.stile.event.DecisionEvent;
import dev.stile.event.Flow;
import dev.stile.event.Grounds;
import dev.stile.event.Outcome;
import dev.stile.event.PassUse;
import dev.stile.event.Points;
import dev.stile.event.Visitor;
import dev.stile.protocol.Difficulty;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Measures what {@link DecisionRing} says of its memory. */
class DecisionRingFootprintTest {
    @ParameterizedTest
    @CsvSource({"/, 100, 12000000", "\u4e00, 5000, 20000000"})
    void onDecision_fullRing_costsNoMoreThanDocumented(String letter, int length, int documentedBytes) { // A15, A30
        DecisionRing ring = new DecisionRing();
        long before = usedBytes();
        for (int i = 0; i < DecisionRing.CAPACITY; i++) {
            ring.onDecision(event(i, letter, length));
        }
        long bytes = usedBytes() - before;
        assertThat(ring.newestFirst()).hasSize(DecisionRing.CAPACITY);
        assertThat(bytes).as("bytes of a full ring").isBetween(1_000_000L, (long) documentedBytes);
    }

    /** All that can be known of a decision, each part an object of its own. */
    private static DecisionEvent event(int number, String letter, int length) {
        return new DecisionEvent(
                String.format("%010d", number),
                number,
                "page",
                new Outcome("challenge", "suspicion", true),
                new Visitor(
                        letter.repeat(length), letter.repeat(length), "2001:db8:0:0:0:0:0:1", letter.repeat(length)),
                new Grounds(
                        Optional.of("rule"),
                        List.of(new Points("scripted-agent", 80), new Points("no-accept", 50)),
                        List.of(new Points("other rule", -50)),
                        80),
                new PassUse(false, List.of("expired"), false, Optional.of(new PassUse.Budget(1, 300))),
                Optional.of(new Cost(
                        1,
                        new Difficulty(14, 16),
                        List.of(new Cost.Factor("suspicion", 1.8), new Cost.Factor("own-share", 2)))),
                Optional.of(new Flow(1, 2, 3, 0.5)));
    }

    private static long usedBytes() {
        MemoryMXBean memory = ManagementFactory.getMemoryMXBean();
        for (int i = 0; i < 5; i++) {
            memory.gc();
        }
        return memory.getHeapMemoryUsage().getUsed();
    }
}
