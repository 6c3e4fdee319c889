package dev.stile.bench.attack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class AttackTest {
    private static final String OUTPUT = """
            collected 4
            kernel avx512
            cpu-seconds 0.250
            asked 16x14 4
            answered granted 3
            answered unavailable 1
            """;

    @Test
    void read_output_countsProofsByAnswer() throws IOException {
        Attack attack = read(OUTPUT, () -> {});

        assertThat(attack.submitted()).isEqualTo(4);
        assertThat(attack.granted()).isEqualTo(3);
        assertThat(attack.value("cpu-seconds")).isEqualTo(0.25);
        assertThat(attack.asked()).containsOnlyKeys("16x14");
    }

    @Test
    void read_collected_isTold() throws IOException {
        AtomicInteger told = new AtomicInteger();
        read(OUTPUT, told::incrementAndGet);

        assertThat(told).hasValue(1);
    }

    @Test
    void read_noProofs_fails() {
        assertThatThrownBy(() -> read("asked status-429 10\n", () -> {}))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("status-429");
    }

    @Test
    void value_notSaid_fails() throws IOException {
        Attack attack = read(OUTPUT, () -> {});

        assertThatThrownBy(() -> attack.value("answers-gap-ms")).hasMessageContaining("answers-gap-ms");
    }

    private static Attack read(String output, Runnable collected) throws IOException {
        return Attack.read(new BufferedReader(new StringReader(output)), collected);
    }
}
