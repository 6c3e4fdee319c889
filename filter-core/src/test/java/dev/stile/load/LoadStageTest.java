package dev.stile.load;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LoadStageTest {
    @ParameterizedTest
    @CsvSource({
        "CALM,0.49,CALM",
        "CALM,0.5,RAISED",
        "CALM,0.75,HIGH",
        "CALM,0.9,EMERGENCY",
        "CALM,1,EMERGENCY",
        "RAISED,0.4,RAISED",
        "RAISED,0.39,CALM",
        "RAISED,0.75,HIGH",
        "HIGH,0.65,HIGH",
        "HIGH,0.64,RAISED",
        "HIGH,0.39,CALM",
        "EMERGENCY,0.8,EMERGENCY",
        "EMERGENCY,0.79,HIGH",
        "EMERGENCY,0.5,RAISED",
        "EMERGENCY,0,CALM"
    })
    void at_load_isEnteredAtItsBorderAndLeftATenthBelow(LoadStage before, double load, LoadStage after) {
        assertThat(before.at(load)).isEqualTo(after);
    }

    @Property
    void at_aWobbleOfLessThanATenth_changesAtMostOnce(
            @ForAll LoadStage before,
            @ForAll @DoubleRange(max = 0.9) double load,
            @ForAll @DoubleRange(max = 0.09) double wobble) {
        LoadStage low = before.at(load);
        LoadStage high = low.at(load + wobble);
        assertThat(high.at(load)).isEqualTo(high);
    }

    @Property
    void at_aStage_isNeverLowerForMoreLoad(
            @ForAll LoadStage before,
            @ForAll @DoubleRange(max = 1) double one,
            @ForAll @DoubleRange(max = 1) double other) {
        assertThat(before.at(Math.max(one, other))).isGreaterThanOrEqualTo(before.at(Math.min(one, other)));
    }
}
