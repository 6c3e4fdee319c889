package dev.stile.event;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stile.threads.Together;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CountersTest {
    private final Counters counters = new Counters();

    @Test
    void decisions_severalOfEach_areCountedByVerdictAndReason() {
        counters.onDecision(Events.of("allow", "calm"));
        counters.onDecision(Events.of("allow", "calm"));
        counters.onDecision(Events.of("allow", "pass"));
        assertThat(counters.getDecisions()).containsOnly(entry("allow/calm", 2L), entry("allow/pass", 1L));
    }

    @Test
    void signals_ofEvents_areCounted() {
        counters.onDecision(Events.CHALLENGE);
        counters.onDecision(Events.CHALLENGE);
        assertThat(counters.getSignals()).containsOnly(entry("no-user-agent", 2L), entry("no-accept", 2L));
    }

    @Test
    void passRefusals_ofEvents_areCounted() {
        counters.onDecision(Events.CHALLENGE);
        assertThat(counters.getPassRefusals()).containsOnly(entry("forged", 1L), entry("expired", 1L));
    }

    @Test
    void unenforced_inMonitor_isCountedByWhatWouldHaveHappened() {
        counters.onDecision(Events.with(new Outcome("challenge", "always", false)));
        counters.onDecision(Events.with(new Outcome("challenge", "always", false)));
        counters.onDecision(Events.with(new Outcome("refuse", "bad-request", false)));
        counters.onDecision(Events.with(new Outcome("challenge", "always", true)));
        assertThat(counters.getUnenforced())
                .containsOnly(entry("challenge/always", 2L), entry("refuse/bad-request", 1L));
        assertThat(counters.getDecisions()).containsEntry("challenge/always", 3L);
    }

    @Test
    void networkChanges_ofPasses_areCounted() { // A28
        counters.onDecision(Events.with(new PassUse(true, List.of(), true, Optional.empty())));
        counters.onDecision(Events.with(new PassUse(true, List.of(), false, Optional.empty())));
        assertThat(counters.getNetworkChanges()).isEqualTo(1);
    }

    @Test
    void decisions_by64Threads_loseNone() {
        Together.run(64, thread -> {
            for (int i = 0; i < 1000; i++) {
                counters.onDecision(Events.CHALLENGE);
            }
            return thread;
        });
        assertThat(counters.getDecisions()).containsEntry("challenge/suspicion", 64_000L);
    }
}
