package dev.stile.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.stile.protocol.Level;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which rule decides, what the others add, and what suspicion leads to. */
class PolicyRulesTest {
    private static final Condition ALWAYS = subject -> true;
    private static final Condition NEVER = subject -> false;

    @Test
    void rule_severalHold_firstThatDecidesCounts() {
        Ruling ruling = rule(
                new Rule("a", NEVER, Action.ALLOW),
                new Rule("b", ALWAYS, Action.DENY),
                new Rule("c", ALWAYS, Action.ALLOW));
        assertThat(ruling).isEqualTo(new Ruling(Optional.of("b"), Optional.of(Action.DENY), List.of()));
    }

    @Test
    void rule_noneHolds_decidesNothing() {
        assertThat(rule(new Rule("a", NEVER, Action.DENY)))
                .isEqualTo(new Ruling(Optional.empty(), Optional.empty(), List.of()));
    }

    @Test
    void rule_weighing_goesOn() {
        Ruling ruling = rule(
                new Rule("a", ALWAYS, new Effect.Weigh(20)),
                new Rule("b", NEVER, new Effect.Weigh(30)),
                new Rule("c", ALWAYS, new Effect.Weigh(-5)));
        assertThat(ruling.action()).isEmpty();
        assertThat(ruling.weights()).containsExactly(new Weight("a", 20), new Weight("c", -5));
    }

    @Test
    void rule_weighingBehindOneThatDecides_isNotAsked() {
        Ruling ruling = rule(new Rule("a", ALWAYS, Action.ALLOW), new Rule("b", ALWAYS, new Effect.Weigh(20)));
        assertThat(ruling.weights()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"0, 0, 0", "40, 20, 60", "90, 20, 100", "10, -20, 0", "100, -100, 0"})
    void weighed_suspicionAndPoints_areAddedWithinTheirRange(int suspicion, int points, int sum) {
        Ruling ruling = new Ruling(Optional.empty(), Optional.empty(), List.of(new Weight("a", points)));
        assertThat(ruling.weighed(suspicion)).isEqualTo(sum);
    }

    @Test
    void weighed_manyWeights_areAddedBeforeTheRangeIsHeld() {
        List<Weight> weights = List.of(new Weight("a", 100), new Weight("b", 100), new Weight("c", -100));
        assertThat(new Ruling(Optional.empty(), Optional.empty(), weights).weighed(50))
                .isEqualTo(100);
    }

    @ParameterizedTest
    @CsvSource({"49, ", "50, 1", "79, 1", "80, 2", "100, 2"})
    void bySuspicion_threshold_holdsFromItsValueOn(int suspicion, Integer level) {
        Optional<Action> action = new Policy(Mode.SUSPICIOUS, List.of(), twoSteps()).bySuspicion(suspicion);
        assertThat(action).isEqualTo(Optional.ofNullable(level).map(PolicyRulesTest::challenge));
    }

    @Test
    void bySuspicion_modeAlways_challengesBelowTheLowestThreshold() {
        Policy policy = new Policy(Mode.ALWAYS, List.of(), twoSteps());
        assertThat(policy.bySuspicion(0)).contains(Action.CHALLENGE);
        assertThat(policy.bySuspicion(80)).contains(challenge(2));
    }

    @Test
    void enough_noThresholdDenies_isTheHighestLevelThatAnyAsksFor() {
        assertThat(twoSteps().enough()).contains(Level.TWO);
        assertThat(new Thresholds(new TreeMap<>()).enough()).contains(Level.ONE);
    }

    @Test
    void enough_aThresholdDenies_isNoLevel() {
        assertThat(new Thresholds(new TreeMap<>(Map.of(50, Action.CHALLENGE, 90, Action.DENY))).enough())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 101})
    void newThresholds_outOfRange_illegal(int suspicion) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Thresholds.challengeFrom(suspicion))
                .withMessageContaining("[" + suspicion + "]");
    }

    @ParameterizedTest
    @ValueSource(ints = {-101, 101})
    void newWeigh_outOfRange_illegal(int points) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Effect.Weigh(points));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 25})
    void newDemand_bitsOutOfRange_illegal(int bits) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Demand(Level.ONE, OptionalInt.of(bits), 1));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.99, 64.01, Double.NaN, Double.POSITIVE_INFINITY})
    void newDemand_workFactorOutOfRange_illegal(double factor) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Demand(Level.ONE, OptionalInt.empty(), factor));
    }

    private static Ruling rule(Rule... rules) {
        return new Policy(Mode.SUSPICIOUS, List.of(rules), Thresholds.DEFAULT)
                .rule(PolicyRequest.page().facts());
    }

    private static Thresholds twoSteps() {
        return new Thresholds(new TreeMap<>(Map.of(50, challenge(1), 80, challenge(2))));
    }

    private static Action challenge(int level) {
        return new Action.Challenge(Demand.of(Level.values()[level - 1]));
    }
}
