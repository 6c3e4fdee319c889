package dev.stile.bench.attack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.stile.bench.attack.Visitors.Seen;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RoundTest {
    private static final Seen SEEN = new Seen(1, 0, 1, 1, 1);

    /** 100 proofs in 10 s: the attacker took 4 s, the server 0.5 s, of which 0.2 s were for visitors. */
    private static final Round ROUND = new Round(
            new Attack(Map.of(), Map.of(), Map.of("granted", 90L, "unavailable", 10L)),
            Duration.ofMillis(20),
            Duration.ofMillis(500),
            10,
            4,
            SEEN,
            SEEN);

    @Test
    void factor_proofs_comparesWholeProcesses() {
        assertThat(ROUND.attackerMillis()).isEqualTo(40);
        assertThat(ROUND.serverMillis()).isEqualTo(5);
        assertThat(ROUND.factor()).isEqualTo(8);
    }

    @Test
    void serverMillisAlone_visitors_areTakenOut() {
        assertThat(ROUND.serverMillisAlone()).isCloseTo(3, within(1e-9));
    }
}
