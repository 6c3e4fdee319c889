package dev.stile.bench.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LoadTest {
    @Test
    void parse_scriptsLine_isInSecondsAndMillis() {
        Load load = Load.parse("30000 4000000 7 450.000000 8125.000000".split(" "));

        assertThat(load).isEqualTo(new Load(30_000, 4, 7, 0.45, 8.125));
        assertThat(load.rate()).isEqualTo(7_500);
    }
}
