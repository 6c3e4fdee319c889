package dev.stile.flood;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class RandomEarlyChallengeTest {
    private static final FloodTerms TERMS = new FloodTerms(240, 2_400);

    private static double probability(double client, double wider, double load) {
        return RandomEarlyChallenge.probability(new Rates(client, wider, wider), load, TERMS);
    }

    @Test
    void probability_atTheLimits_isZero() {
        assertThat(probability(240, 2_400, 0)).isZero();
    }

    @Test
    void probability_betweenLimitAndFourTimesIt_risesEvenly() {
        assertThat(probability(600, 0, 0)).isCloseTo(0.5, within(1e-9));
        assertThat(probability(420, 0, 0)).isCloseTo(0.25, within(1e-9));
    }

    @Test
    void probability_atFourTimesALimit_isOne() {
        assertThat(probability(960, 0, 0)).isEqualTo(1);
        assertThat(probability(0, 9_600, 0)).isEqualTo(1);
    }

    @Test
    void probability_quietMemberOfABusyNetwork_isTheNetworks() {
        assertThat(probability(1, 6_000, 0)).isCloseTo(0.5, within(1e-9));
    }

    @Test
    void probability_fullLoad_isOfATenthOfTheLimit() {
        assertThat(probability(30, 0, 0.9)).isZero();
        assertThat(probability(120, 0, 0.9)).isBetween(0.5, 0.6);
    }

    @Test
    void probability_noRateBelowTheLoadForEverybody_isZero() {
        assertThat(probability(0, 0, 0.9)).isZero();
    }

    @Test
    void probability_noRateAboveTheLoadForEverybody_risesToOne() {
        assertThat(probability(0, 0, 0.95)).isCloseTo(0.5, within(1e-9));
        assertThat(probability(0, 0, 1)).isEqualTo(1);
    }

    @Test
    void probability_loadThatIsNoShare_isRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> probability(0, 0, 1.01));
        assertThatIllegalArgumentException().isThrownBy(() -> probability(0, 0, Double.NaN));
    }

    @Property
    void probability_anything_isBetweenZeroAndOne(
            @ForAll @DoubleRange(max = 1e6) double client,
            @ForAll @DoubleRange(max = 1e8) double wider,
            @ForAll @DoubleRange(max = 1) double load) {
        assertThat(probability(client, wider, load)).isBetween(0.0, 1.0);
    }

    @Property
    void probability_anyOneThingHigher_isNotLower(
            @ForAll @DoubleRange(max = 2_000) double client,
            @ForAll @DoubleRange(max = 20_000) double wider,
            @ForAll @DoubleRange(max = 0.95) double load,
            @ForAll @DoubleRange(max = 1_000) double more) {
        double before = probability(client, wider, load);

        assertThat(probability(client + more, wider, load)).isGreaterThanOrEqualTo(before);
        assertThat(probability(client, wider + more, load)).isGreaterThanOrEqualTo(before);
        assertThat(probability(client, wider, Math.min(1, load + more / 1_000))).isGreaterThanOrEqualTo(before);
    }
}
