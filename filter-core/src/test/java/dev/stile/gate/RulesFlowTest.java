package dev.stile.gate;

import static dev.stile.wire.Scene.pass;
import static dev.stile.wire.Scene.passWith;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stile.policy.Action;
import dev.stile.policy.Demand;
import dev.stile.policy.Effect;
import dev.stile.policy.Mode;
import dev.stile.policy.Rule;
import dev.stile.policy.Thresholds;
import dev.stile.protocol.Level;
import dev.stile.protocol.Refusal;
import dev.stile.wire.PassField;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What a policy's rules and thresholds lead to. */
class RulesFlowTest {
    private static final Verdict DENIED = new Verdict.Refused(Refusal.DENIED);
    private static final Verdict PASS = new Verdict.Allowed(AllowReason.PASS);
    private static final Verdict CALM = new Verdict.Allowed(AllowReason.CALM);
    private static final Action LEVEL_TWO = new Action.Challenge(Demand.of(Level.TWO));

    private final TestGate gate = new TestGate();

    @Test
    void decide_ruleThatDenies_refusesInSpiteOfAPass() {
        gate.rules(everything(Action.DENY));
        assertThat(gate.decide(TestRequest.page().pass(pass()))).isEqualTo(DENIED);
    }

    @Test
    void decide_ruleThatDeniesInModeMonitor_isNotEnforced() {
        gate.rules(everything(Action.DENY)).mode(Mode.MONITOR);
        Decision decision = gate.gate().decide(TestRequest.page().facts());
        assertThat(decision.verdict()).isEqualTo(DENIED);
        assertThat(decision.letsThrough()).isTrue();
    }

    @Test
    void decide_ruleThatAllows_letsProgramsThrough() {
        gate.rules(everything(Action.ALLOW));
        assertThat(gate.decide(TestRequest.curl())).isEqualTo(new Verdict.Allowed(AllowReason.EXEMPT));
    }

    @Test
    void decide_ruleOfLevelTwo_asksWhoHoldsLevelOne() { // A04
        gate.rules(everything(LEVEL_TWO));
        assertChallenged(TestRequest.page().pass(pass()), ChallengeReason.OUTGROWN, Level.TWO);
        assertThat(gate.decide(TestRequest.page().pass(passWith(PassField.LEVEL, 2))))
                .isEqualTo(PASS);
    }

    @Test
    void decide_ruleThatWeighs_raisesSuspicion() {
        gate.rules(everything(new Effect.Weigh(50)));
        assertChallenged(TestRequest.page(), ChallengeReason.SUSPICION, Level.ONE);
    }

    @Test
    void decide_ruleThatWeighsLess_lowersSuspicion() {
        gate.rules(everything(new Effect.Weigh(-100)));
        assertThat(gate.decide(TestRequest.curl())).isEqualTo(CALM);
    }

    @Test
    void decide_suspicionBeyondAThreshold_isWhatTheThresholdSays() {
        gate.thresholds(new Thresholds(new TreeMap<>(Map.of(80, LEVEL_TWO, 100, Action.DENY))));
        assertChallenged(TestRequest.curl().header("Accept-Language", "en"), ChallengeReason.SUSPICION, Level.TWO);
        assertThat(gate.decide(TestRequest.curl())).isEqualTo(DENIED);
        assertThat(gate.decide(TestRequest.page())).isEqualTo(CALM);
    }

    @Test
    void decide_thresholdOfLevelTwo_asksWhoHoldsLevelOne() { // A04
        gate.thresholds(new Thresholds(new TreeMap<>(Map.of(50, LEVEL_TWO))));
        String levelOne = passWith(PassField.FAMILY, 0).text();
        assertChallenged(TestRequest.curl().pass(levelOne), ChallengeReason.OUTGROWN, Level.TWO);
    }

    @Test
    void decide_thresholdThatDenies_refusesInSpiteOfAPass() { // A25
        gate.thresholds(new Thresholds(new TreeMap<>(Map.of(50, Action.CHALLENGE, 100, Action.DENY))));
        String bought = passWith(PassField.FAMILY, 0).text();
        assertThat(gate.decide(TestRequest.curl().pass(bought))).isEqualTo(DENIED);
        assertThat(gate.decide(
                        TestRequest.curl().header("Accept-Language", "en").pass(bought)))
                .isEqualTo(PASS);
    }

    @Test
    void decide_weightsUpToAThresholdThatDenies_refuseInSpiteOfAPass() {
        gate.rules(everything(new Effect.Weigh(100)))
                .thresholds(new Thresholds(new TreeMap<>(Map.of(50, Action.CHALLENGE, 100, Action.DENY))));
        assertThat(gate.decide(TestRequest.page().pass(pass()))).isEqualTo(DENIED);
    }

    private void assertChallenged(TestRequest request, ChallengeReason reason, Level level) {
        Verdict verdict = gate.decide(request);
        assertThat(verdict).isInstanceOfSatisfying(Verdict.Challenged.class, challenged -> {
            assertThat(challenged.reason()).isEqualTo(reason);
            assertThat(challenged.challenge().terms().level()).isEqualTo(level);
        });
    }

    private static Rule everything(Effect effect) {
        return new Rule("everything", subject -> true, effect);
    }
}
