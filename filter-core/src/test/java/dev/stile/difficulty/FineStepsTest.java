package dev.stile.difficulty;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stile.protocol.Difficulty;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FineStepsTest {
    private static final Difficulty BASE = new Difficulty(14, 16);

    @ParameterizedTest
    @CsvSource({
        "1,14,16",
        "1.0624,14,16",
        "1.0625,14,17",
        "1.9999,14,31",
        "2,15,16",
        "3,15,24",
        "4,16,16",
        "5.722,16,22",
        "0.5,14,16"
    })
    void below_aMultipleOfTheBase_isTheStepAtOrBelow(double times, int bits, int rounds) {
        assertThat(FineSteps.below(times * BASE.work(), BASE)).isEqualTo(new Difficulty(bits, rounds));
    }

    @ParameterizedTest
    @CsvSource({"1,1,1", "1.9,1,1", "2,2,1", "1e30,32,1"})
    void below_baseOfOneRound_stepsByDoublings(double times, int bits, int rounds) {
        Difficulty base = new Difficulty(1, 1);
        assertThat(FineSteps.below(times * base.work(), base)).isEqualTo(new Difficulty(bits, rounds));
    }

    @ParameterizedTest
    @CsvSource({"1.99,10,64", "2,11,48"})
    void below_baseOfManyRounds_staysWithinTheProtocol(double times, int bits, int rounds) {
        Difficulty base = new Difficulty(10, 48);
        assertThat(FineSteps.below(times * base.work(), base)).isEqualTo(new Difficulty(bits, rounds));
    }

    @Property
    void below_moreWork_isNeverLess(
            @ForAll @IntRange(min = 1, max = 20) int bits,
            @ForAll @IntRange(min = 1, max = 64) int rounds,
            @ForAll @DoubleRange(min = 1, max = 1e12) double one,
            @ForAll @DoubleRange(min = 1, max = 1e12) double other) {
        Difficulty base = new Difficulty(bits, rounds);
        long less = FineSteps.below(Math.min(one, other), base).work();
        long more = FineSteps.below(Math.max(one, other), base).work();
        assertThat(less).isLessThanOrEqualTo(more);
    }

    @Property
    void below_workAboveTheBase_isNotExceededAndNearlyReached(
            @ForAll @IntRange(min = 1, max = 20) int bits,
            @ForAll @IntRange(min = 1, max = 32) int rounds,
            @ForAll @DoubleRange(min = 1, max = 4096) double times) {
        Difficulty base = new Difficulty(bits, rounds);
        double work = times * base.work();
        assertThat((double) FineSteps.below(work, base).work())
                .isLessThanOrEqualTo(work)
                .isGreaterThan(work * rounds / (rounds + 1));
    }
}
