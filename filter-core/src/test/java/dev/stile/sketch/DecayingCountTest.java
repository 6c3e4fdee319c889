package dev.stile.sketch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.stile.threads.Together;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class DecayingCountTest {
    private final ManualTime time = new ManualTime(Long.MAX_VALUE);
    private final DecayingCount count = new DecayingCount(Duration.ofMinutes(1), time);

    @Test
    void count_afterTwoHalfLives_isAQuarter() {
        count.add(10);
        time.pass(Duration.ofMinutes(2));

        assertThat(count.count()).isCloseTo(2.5, within(1e-9));
    }

    @Test
    void add_afterDecay_addsToWhatIsLeft() {
        count.add(10);
        time.pass(Duration.ofMinutes(1));
        count.add(1);

        assertThat(count.count()).isCloseTo(6, within(1e-9));
    }

    @Test
    void add_byEightThreads_losesNone() {
        Together.run(8, thread -> {
            for (int i = 0; i < 10_000; i++) {
                count.add(1);
            }
            return thread;
        });

        assertThat(count.count()).isEqualTo(80_000);
    }

    @Test
    void construct_noHalfLife_isRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new DecayingCount(Duration.ZERO, time));
    }
}
