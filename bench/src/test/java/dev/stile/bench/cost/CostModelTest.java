package dev.stile.bench.cost;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CostModelTest {
    @Test
    void tables_inTheDoc_areTheComputedOnes() throws IOException {
        String doc = Files.readString(Path.of("../docs/cost-model.md"));
        assertThat(CostTables.filled(doc)).as("run bin/bench cost").isEqualTo(doc);
    }

    @Test
    void proofs_atTheBase_takeHalfASecondOfASlowPhone() {
        assertThat(CostModel.proofs())
                .contains("| base, level 1 | 262,144 | 524 ms | 33 ms | 3.7 ms | 1.5 ms | 13 µs |");
    }

    @Test
    void millionPages_atTheHighestPrice_areMinutesOfACore() {
        assertThat(CostModel.pages(1e6, 100, "cents")).contains("| 12 min | 0.98 |");
    }

    @ParameterizedTest
    @CsvSource({
        "0.0000131,13 µs",
        "0.5242,524 ms",
        "1.5,1.5 s",
        "119,119 s",
        "150,2.5 min",
        "86400,24 h",
        "172800,2.0 days"
    })
    void seconds_anyLength_haveAUnitThatFits(double seconds, String text) {
        assertThat(Figures.seconds(seconds)).isEqualTo(text);
    }
}
