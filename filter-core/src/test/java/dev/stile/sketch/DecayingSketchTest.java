package dev.stile.sketch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.offset;
import static org.assertj.core.api.Assertions.withinPercentage;

import dev.stile.threads.Together;
import java.time.Duration;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class DecayingSketchTest {
    private static final int SMALL = 64 << 10;
    private static final Duration HALF_LIFE = Duration.ofMinutes(1);

    /** Five standard errors of the rounding. */
    private static final double ROUNDING_PERCENT = 13;

    private final ManualTime time = new ManualTime();
    private final DecayingSketch sketch = new DecayingSketch(SMALL, HALF_LIFE, time);

    private static long hash(long key) {
        return new KeyedHash(1, 2).of(key, 0, 0);
    }

    @Test
    void count_afterEachHalfLife_isHalf() {
        sketch.add(1, 64);
        time.pass(HALF_LIFE.multipliedBy(3));

        assertThat(sketch.count(1)).isCloseTo(8, withinPercentage(1));
    }

    @Test
    void add_eightEighths_countAsOne() {
        for (int i = 0; i < 8; i++) {
            sketch.add(1, 0.125);
        }

        assertThat(sketch.count(1)).isCloseTo(1, withinPercentage(2));
    }

    @Test
    void add_eighthsOntoTenThousand_areNotLost() {
        sketch.add(1, 10_000);
        for (int i = 0; i < 16_000; i++) {
            sketch.add(1, 0.125);
        }

        assertThat(sketch.count(1)).isCloseTo(12_000, withinPercentage(ROUNDING_PERCENT));
    }

    @Test
    void count_steadyRate_isTheRateTimesHalfLifeOverLog2() {
        for (int second = 0; second < 600; second++) {
            sketch.add(1, 2);
            time.pass(Duration.ofSeconds(1));
        }

        assertThat(sketch.count(1)).isCloseTo(120 / Math.log(2), withinPercentage(ROUNDING_PERCENT));
    }

    @Property(tries = 200)
    void count_anyHistoryOfOneKey_isTheExactModel(
            @ForAll @Size(max = 60) List<@IntRange(min = 1, max = 400) Integer> eighths,
            @ForAll @IntRange(min = 0, max = 40) int secondsBetween) {
        ManualTime clock = new ManualTime(Long.MAX_VALUE - 1_000_000_000L);
        DecayingSketch counted = new DecayingSketch(SMALL, HALF_LIFE, clock);
        double exact = 0;

        for (int eighth : eighths) {
            counted.add(1, eighth / 8.0);
            clock.pass(Duration.ofSeconds(secondsBetween));
            exact = (exact + eighth / 8.0) * Math.pow(0.5, secondsBetween / 60.0);
        }

        assertThat(counted.count(1)).isCloseTo(exact, offset(0.02 + exact * ROUNDING_PERCENT / 100));
    }

    @Test
    void count_manyKeys_isBelowNoneByMoreThanRounding() {
        for (int i = 0; i < 100_000; i++) {
            sketch.add(hash(i % 20_000), 1);
        }

        for (int key = 0; key < 20_000; key++) {
            assertThat(sketch.count(hash(key))).isGreaterThan(5 * (1 - ROUNDING_PERCENT / 100));
        }
    }

    @Test
    void count_wheneverLater_neverComesBack() {
        sketch.add(1, DecayingSketch.MAX);
        time.pass(HALF_LIFE.multipliedBy(40));

        for (int halfLives = 0; halfLives < 1_000; halfLives++) {
            assertThat(sketch.count(1)).isLessThan(0.001);
            time.pass(HALF_LIFE);
        }
    }

    @Test
    void count_afterYearsOfSilence_isZero() {
        sketch.add(1, DecayingSketch.MAX);
        time.pass(Duration.ofDays(3_650));

        assertThat(sketch.count(1)).isZero();
    }

    @Test
    void count_acrossAMoveOfTheOrigin_decaysAsEver() {
        time.pass(HALF_LIFE.multipliedBy(101));
        sketch.add(1, 1_000);
        time.pass(HALF_LIFE.multipliedBy(2));

        assertThat(sketch.count(1)).isCloseTo(250, withinPercentage(1));
    }

    @Test
    void add_beyondTheGreatestCount_staysThere() {
        sketch.add(1, DecayingSketch.MAX);

        assertThat(sketch.add(1, 1)).isEqualTo(DecayingSketch.MAX);
        assertThat(sketch.count(1)).isCloseTo(DecayingSketch.MAX, withinPercentage(1));
    }

    @Test
    void addWithin_beyondTheLimit_changesNothing() {
        sketch.add(1, 5);

        assertThat(sketch.addWithin(1, 1, 5.5)).isCloseTo(6, withinPercentage(1));
        assertThat(sketch.count(1)).isCloseTo(5, withinPercentage(1));
    }

    @Test
    void add_notANumber_isRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> sketch.add(1, Double.NaN));
    }

    @Test
    void add_oneKeyByEightThreads_losesNone() {
        Together.run(8, thread -> {
            for (int i = 0; i < 2_000; i++) {
                sketch.add(1, 1);
            }
            return thread;
        });

        assertThat(sketch.count(1)).isCloseTo(16_000, withinPercentage(ROUNDING_PERCENT));
    }

    @Test
    void add_whileTheOriginMoves_keepsWhatWasThere() {
        time.pass(HALF_LIFE.multipliedBy(101));
        sketch.add(1, 1_000);
        time.pass(HALF_LIFE);

        Together.run(8, thread -> {
            for (int i = 0; i < 100; i++) {
                sketch.add(hash(thread), 1);
            }
            return thread;
        });

        assertThat(sketch.count(1)).isCloseTo(500, withinPercentage(1));
        for (int thread = 0; thread < 8; thread++) {
            assertThat(sketch.count(hash(thread))).isGreaterThan(85);
        }
    }
}
