package dev.stile.event;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stile.threads.Together;
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
    void unenforced_inMonitor_isCounted() {
        counters.onDecision(Events.with(false, false));
        counters.onDecision(Events.with(true, false));
        assertThat(counters.getUnenforced()).isEqualTo(1);
    }

    @Test
    void networkChanges_ofPasses_areCounted() { // A28
        counters.onDecision(Events.with(true, true));
        counters.onDecision(Events.with(true, false));
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
