package dev.stile.bench.attack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stile.bench.attack.AttackReport.Rounds;
import dev.stile.bench.attack.Visitors.Seen;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AttackTableTest {
    private static final Map<String, String> VALUES =
            Map.of("kernel", "portable", "answers-a-second", "10", "answers-gap-ms", "5", "requests-bought", "30000");
    private static final Memory BEFORE = new Memory(40L << 20, 200L << 20);

    @Test
    void markdown_allGranted_isMet() {
        String table = AttackTable.markdown(List.of(rounds(Map.of("granted", 100L), 0)), BEFORE, BEFORE);

        assertThat(table)
                .contains("| answers to proofs | 100 granted | every one, with a pass: met |")
                .contains("| requests that a proof buys | 300 (300 to 300) |  |")
                .contains("| **attacker pays more by** | 8.0 (8.0 to 8.0) | above 1: met |")
                .doesNotContain("missed");
    }

    @Test
    void markdown_proofRefused_isMissed() {
        Map<String, Long> answered = Map.of("granted", 99L, "unavailable", 1L);
        String table = AttackTable.markdown(List.of(rounds(answered, 0)), BEFORE, BEFORE);

        assertThat(table).contains("| 99 granted, 1 unavailable | every one, with a pass: **missed** |");
    }

    @Test
    void markdown_visitorRefused_isMissed() {
        String table = AttackTable.markdown(List.of(rounds(Map.of("granted", 100L), 1)), BEFORE, BEFORE);

        assertThat(table).contains("| 10, 1 | none refused: **missed** |");
    }

    @Test
    void markdown_memoryBeyondBound_isMissed() {
        Memory after = new Memory(60L << 20, 500L << 20);
        String table = AttackTable.markdown(List.of(rounds(Map.of("granted", 100L), 0)), BEFORE, after);

        assertThat(table).contains("60 MiB after 100 proofs, bound 48: **missed**");
        assertThat(table).contains("500 MiB after, bound 448: **missed**");
    }

    private static Rounds rounds(Map<String, Long> answered, int failures) {
        Rounds rounds = new Rounds("at once");
        rounds.add(new Round(
                new Attack(VALUES, Map.of("16x14", 100L), answered),
                Duration.ofMillis(20),
                Duration.ofMillis(500),
                10,
                4,
                new Seen(10, 0, 1, 2, 3),
                new Seen(10, failures, 1, 2, 3)));
        return rounds;
    }
}
