package dev.stile.sketch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.stile.threads.Together;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class CountSketchTest {
    private static final int SMALL = 4 << 10;

    private record Addition(long key, int amount) {}

    private static long hash(long key) {
        return new KeyedHash(1, 2).of(key, 0, 0);
    }

    @Property(tries = 200)
    void count_anyAdditions_isNeverBelowTheExactCount(
            @ForAll @Size(max = 500) List<@LongRange(min = 0, max = 50) Long> keys,
            @ForAll @IntRange(min = 0, max = 100) int amount) {
        CountSketch sketch = new CountSketch(SMALL);
        Map<Long, Integer> exact = new HashMap<>();

        for (long key : keys) {
            sketch.add(hash(key), amount);
            exact.merge(key, amount, Integer::sum);
        }

        exact.forEach((key, count) -> assertThat(sketch.count(hash(key))).isGreaterThanOrEqualTo(count));
    }

    @Property(tries = 200)
    void addWithin_anyAdditionsOfOneKey_isTheExactModel(
            @ForAll @Size(max = 100) List<@IntRange(min = 0, max = 3_000) Integer> amounts,
            @ForAll @IntRange(min = 0, max = 70_000) int limit) {
        CountSketch sketch = new CountSketch(SMALL);
        int exact = 0;

        for (int amount : amounts) {
            int would = Math.min(CountSketch.MAX, exact + amount);
            assertThat(sketch.addWithin(7, amount, limit)).isEqualTo(would);
            exact = would > limit ? exact : would;
        }

        assertThat(sketch.count(7)).isEqualTo(exact);
    }

    @Test
    void count_keyNeverCountedInAnEmptySketch_isZero() {
        assertThat(new CountSketch(SMALL).count(1)).isZero();
    }

    @Test
    void add_beyondTheGreatestCount_staysThere() {
        CountSketch sketch = new CountSketch(SMALL);
        sketch.add(1, CountSketch.MAX);

        assertThat(sketch.add(1, 8)).isEqualTo(CountSketch.MAX);
        assertThat(sketch.count(1)).isEqualTo(CountSketch.MAX);
    }

    @Test
    void add_negativeAmount_isRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new CountSketch(SMALL).add(1, -1));
    }

    @Test
    void construct_fewerBytesThanMakeSense_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CountSketch(SMALL - 1))
                .withMessageContaining("4096");
    }

    @Test
    void add_oneKeyByEightThreads_losesNone() {
        CountSketch sketch = new CountSketch(SMALL);

        Together.run(8, thread -> {
            for (int i = 0; i < 5_000; i++) {
                sketch.add(1, 1);
            }
            return thread;
        });

        assertThat(sketch.count(1)).isEqualTo(40_000);
    }

    @Test
    void add_thousandKeysInTheSameCellsByEightThreads_isNeverBelowTheExactCount() {
        CountSketch sketch = new CountSketch(SMALL);

        Together.run(8, thread -> {
            SplittableRandom random = new SplittableRandom(thread);
            for (int i = 0; i < 20_000; i++) {
                sketch.add(hash(random.nextInt(1_000)), 1);
            }
            return thread;
        });

        int[] exact = new int[1_000];
        for (int thread = 0; thread < 8; thread++) {
            SplittableRandom random = new SplittableRandom(thread);
            for (int i = 0; i < 20_000; i++) {
                exact[random.nextInt(1_000)]++;
            }
        }
        for (int key = 0; key < exact.length; key++) {
            assertThat(sketch.count(hash(key))).isGreaterThanOrEqualTo(exact[key]);
        }
    }

    @Test
    void addWithin_limitReachedByEightThreadsAtOnce_isPassedByNone() {
        CountSketch sketch = new CountSketch(SMALL);

        List<Integer> granted = Together.run(8, thread -> {
            int within = 0;
            for (int i = 0; i < 1_000; i++) {
                within += sketch.addWithin(1, 8, 2_400) <= 2_400 ? 1 : 0;
            }
            return within;
        });

        assertThat(granted.stream().mapToInt(Integer::intValue).sum()).isEqualTo(300);
    }
}
