package dev.stile.explain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stile.event.DecisionEvent;
import dev.stile.event.Events;
import dev.stile.event.Outcome;
import dev.stile.event.Visitor;
import dev.stile.threads.Together;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DecisionRingTest {
    private static final Outcome CALM = new Outcome("allow", "calm", true);

    private final DecisionRing ring = new DecisionRing();

    private void hear(String reference) {
        ring.onDecision(Events.named(reference, "page", CALM));
    }

    @Test
    void find_rememberedReference_isTheDecision() {
        hear("A");
        hear("B");
        assertThat(ring.find("A")).contains(Events.named("A", "page", CALM));
    }

    @Test
    void find_unknownReference_isNothing() {
        hear("A");
        assertThat(ring.find("C")).isEmpty();
    }

    @Test
    void find_inAnEmptyRing_isNothing() {
        assertThat(ring.find("A")).isEmpty();
    }

    @Test
    void find_after9999Others_isStillThere() {
        hear("A");
        for (int i = 1; i < DecisionRing.CAPACITY; i++) {
            hear("x" + i);
        }
        assertThat(ring.find("A")).isPresent();
    }

    @Test
    void find_after10000Others_isForgotten() { // A30
        hear("A");
        for (int i = 0; i < DecisionRing.CAPACITY; i++) {
            hear("x" + i);
        }
        assertThat(ring.find("A")).isEmpty();
        assertThat(ring.newestFirst()).hasSize(DecisionRing.CAPACITY);
    }

    @Test
    void newestFirst_several_areInThatOrder() {
        hear("A");
        hear("B");
        hear("C");
        assertThat(ring.newestFirst()).extracting(DecisionEvent::reference).containsExactly("C", "B", "A");
    }

    @Test
    void newestFirst_afterALap_isInThatOrder() {
        for (int i = 0; i < DecisionRing.CAPACITY + 2; i++) {
            hear("x" + i);
        }
        assertThat(ring.newestFirst().map(DecisionEvent::reference).limit(3))
                .containsExactly("x10001", "x10000", "x9999");
    }

    @ParameterizedTest
    @ValueSource(strings = {"file", "operator"})
    void onDecision_notWorthAPlace_isNotRemembered(String endpoint) {
        ring.onDecision(Events.named("A", endpoint, CALM));
        assertThat(ring.newestFirst()).isEmpty();
    }

    @Test
    void onDecision_longWords_areCut() { // A15
        String words = "x".repeat(1_000_000);
        ring.onDecision(Events.by(new Visitor(words, words, "192.0.2.1", words)));
        String cut = "x".repeat(200) + "...";
        assertThat(ring.newestFirst())
                .singleElement()
                .extracting(DecisionEvent::visitor)
                .isEqualTo(new Visitor(cut, cut, "192.0.2.1", cut));
    }

    @Test
    void onDecision_by64Threads_remembersAllOfThem() {
        Together.run(64, thread -> {
            for (int i = 0; i < 150; i++) {
                hear(thread + "/" + i);
            }
            return thread;
        });
        assertThat(ring.newestFirst().map(DecisionEvent::reference))
                .hasSize(9_600)
                .doesNotHaveDuplicates();
    }
}
