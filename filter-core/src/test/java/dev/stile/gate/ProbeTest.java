package dev.stile.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stile.policy.Mode;
import dev.stile.protocol.Level;
import dev.stile.request.RequestFacts;
import dev.stile.wire.Fields;
import dev.stile.wire.PassField;
import dev.stile.wire.Scene;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** PROTOCOL §6.5: what a pass has left, which a probe is told. */
class ProbeTest {
    private final TestGate scene = new TestGate().budget(20);

    private static TestRequest probe(Fields<PassField> pass) {
        return TestRequest.page().header("Stile-Probe", "1").pass(pass);
    }

    @ParameterizedTest
    @CsvSource({"1, true", "2, false", "true, false", "'', false", "'1 ', false"})
    void isProbe_byItsHeader(String value, boolean probe) {
        assertThat(TestRequest.page().header("Stile-Probe", value).facts().isProbe())
                .isEqualTo(probe);
    }

    @Test
    void isProbe_withoutOrWithTwoHeaders_isFalse() {
        assertThat(TestRequest.page().facts().isProbe()).isFalse();
        assertThat(TestRequest.page().header("Stile-Probe", "1", "1").facts().isProbe())
                .isFalse();
    }

    @Test
    void left_ofAPassThatWasCharged_isWhatItStillBuys_A12() {
        Gate gate = scene.gate();
        gate.decide(TestRequest.page().pass(Scene.pass()).facts());

        PassLeft left = gate.left(gate.decide(probe(Scene.pass()).facts())).orElseThrow();

        assertThat(left.requests()).isEqualTo(18);
        assertThat(left.level()).isEqualTo(Level.ONE);
        assertThat(left.seconds()).isEqualTo(Scene.PASS_LIFETIME);
    }

    @Test
    void left_ofAPassInItsLastSecond_isOne() {
        Gate gate = scene.gate();
        scene.setNow(Scene.NOW + Scene.PASS_LIFETIME - 1);

        assertThat(gate.left(gate.decide(probe(Scene.pass()).facts())))
                .hasValueSatisfying(left -> assertThat(left.seconds()).isEqualTo(1));
    }

    @Test
    void left_afterManyProbes_isNothingAndThenTheyAreChallenged_A12() {
        Gate gate = scene.gate();
        RequestFacts probe = probe(Scene.pass()).path("/always/").facts();
        List<Optional<Integer>> requests = IntStream.range(0, 21)
                .mapToObj(i -> gate.left(gate.decide(probe)).map(PassLeft::requests))
                .toList();

        assertThat(requests.get(0)).hasValue(19);
        assertThat(requests.get(19)).hasValue(0);
        assertThat(requests.get(20)).isEmpty();
    }

    @Test
    void left_ofAFreshPass_isAWholeBudget() {
        Gate gate = scene.gate();

        assertThat(gate.left(gate.decide(TestRequest.redeem(Scene.proof()).facts())))
                .hasValue(new PassLeft(Level.ONE, Scene.PASS_LIFETIME, 20));
    }

    @Test
    void left_withoutAPassOrWhereNoneWasLookedAt_isEmpty() {
        Gate gate = scene.gate();

        assertThat(gate.left(gate.decide(TestRequest.page().facts()))).isEmpty();
        assertThat(gate.left(gate.decide(probe(Scene.pass()).path("/assets/a").facts())))
                .isEmpty();
    }

    @Test
    void left_whereMonitorLetsASpentPassThrough_isNothing() {
        Gate gate = scene.mode(Mode.MONITOR).budget(1).gate();
        RequestFacts probe = probe(Scene.pass()).facts();
        gate.decide(probe);

        assertThat(gate.left(gate.decide(probe)).map(PassLeft::requests)).hasValue(0);
    }
}
