package dev.stile.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.stile.threads.Together;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class LoadMeterTest {
    private static final long SECOND = 1_000_000_000L;

    private final AtomicLong nanos = new AtomicLong(-5 * SECOND);
    private LoadTerms terms = new LoadTerms(100, 2_000);
    private final LoadMeter meter = new LoadMeter(nanos::get, () -> terms);

    private void pass(double seconds) {
        nanos.addAndGet((long) (seconds * SECOND));
    }

    private void begin(int requests) {
        for (int i = 0; i < requests; i++) {
            meter.begin();
        }
    }

    private void endAll(int requests, long begun) {
        for (int i = 0; i < requests; i++) {
            meter.end(begun);
        }
    }

    /** Requests one after the other, each of which takes as long. */
    private void serve(int requests, double seconds) {
        for (int i = 0; i < requests; i++) {
            long begun = meter.begin();
            pass(seconds);
            meter.end(begun);
        }
    }

    @Test
    void load_nothingEver_isCalm() {
        pass(100);
        assertThat(meter.load()).isEqualTo(Load.CALM);
    }

    @Test
    void load_limitInFlightForLong_isFull() {
        begin(100);
        pass(100);
        assertThat(meter.load().value()).isCloseTo(1, within(0.001));
        assertThat(meter.load().stage()).isEqualTo(LoadStage.EMERGENCY);
    }

    @Test
    void load_limitInFlightAtOnce_risesByTheTimeConstant() {
        begin(100);
        assertThat(meter.load().value()).isZero();
        pass(10);
        assertThat(meter.load().value()).isCloseTo(1 - 1 / Math.E, within(1e-9));
    }

    @Test
    void load_moreThanTheLimit_isClipped() {
        begin(1000);
        pass(100);
        assertThat(meter.load().value()).isEqualTo(1);
    }

    @Test
    void load_noRequestsAnyMore_decaysToCalm() {
        terms = new LoadTerms(100, 600_000);
        long begun = meter.begin();
        begin(99);
        pass(100);
        endAll(100, begun);
        pass(10);
        assertThat(meter.load().value()).isBetween(1 / Math.E - 0.001, 0.5);
        pass(190);
        assertThat(meter.load().value()).isLessThan(0.001);
        assertThat(meter.load().stage()).isEqualTo(LoadStage.CALM);
    }

    @Test
    void load_noSlowRequestsAnyMore_decaysToCalm() {
        long begun = meter.begin();
        begin(99);
        pass(3);
        endAll(100, begun);
        assertThat(meter.load().value()).isEqualTo(1);
        pass(60);
        assertThat(meter.load().stage()).isEqualTo(LoadStage.CALM);
    }

    @Test
    void load_asynchronousRequestsThatLeftTheChain_isCalm() {
        for (int i = 0; i < 10_000; i++) {
            meter.end(meter.begin());
        }
        pass(3600);
        assertThat(meter.load()).isEqualTo(Load.CALM);
    }

    @Test
    void load_everyAnswerAtHalfTheLatencyLimit_isRaised() {
        for (int i = 0; i < 50; i++) {
            long begun = meter.begin();
            begin(3);
            pass(1);
            endAll(4, begun);
        }
        assertThat(meter.load().value()).isCloseTo(0.5, within(0.001));
        assertThat(meter.load().stage()).isEqualTo(LoadStage.RAISED);
    }

    @Test
    void load_oneSlowReportAtNight_isCalm() {
        serve(1, 600);
        assertThat(meter.load().value()).isCloseTo(1 / LoadMeter.TRAFFIC, within(0.001));
    }

    @Test
    void load_someSlowAmongManyFast_countsEachAsTheLimitAtMost() {
        long begun = meter.begin();
        begin(9);
        pass(60);
        endAll(10, begun);
        serve(90, 0);
        assertThat(meter.load().value()).isCloseTo(0.1, within(0.01));
    }

    @Test
    void load_otherTerms_countAtOnce() {
        begin(10);
        pass(100);
        terms = new LoadTerms(10, 2_000);
        assertThat(meter.load().value()).isCloseTo(1, within(0.001));
    }

    @Test
    void load_aThreadThatIsLate_movesNoTimeBack() {
        begin(100);
        pass(10);
        begin(1);
        double before = meter.load().value();
        pass(-10);
        assertThat(meter.load().value()).isEqualTo(before);
    }

    @Test
    void end_by64Threads_losesNone() {
        Together.run(64, thread -> {
            for (int i = 0; i < 1000; i++) {
                meter.end(meter.begin());
            }
            return thread;
        });
        pass(1000);
        assertThat(meter.load()).isEqualTo(Load.CALM);
        begin(100);
        pass(100);
        assertThat(meter.load().value()).isCloseTo(1, within(0.001));
    }

    @Property
    void load_moreAndMoreInFlight_neverFalls(
            @ForAll @Size(max = 50) List<@IntRange(max = 400) Integer> arrivals,
            @ForAll @IntRange(min = 1, max = 500) int stepMillis) {
        double before = meter.load().value();
        for (int arrival : arrivals) {
            begin(arrival);
            pass(stepMillis / 1000.0);
            double load = meter.load().value();
            assertThat(load).isBetween(before, 1.0);
            before = load;
        }
    }

    @Test
    void load_valueOutOfRange_isRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Load(1.1, LoadStage.CALM));
        assertThatIllegalArgumentException().isThrownBy(() -> new Load(Double.NaN, LoadStage.CALM));
    }
}
