package dev.stile.gate;

import static dev.stile.wire.Scene.NOW;
import static dev.stile.wire.Scene.TARGET;
import static dev.stile.wire.Scene.challenge;
import static dev.stile.wire.Scene.pass;
import static dev.stile.wire.Scene.passWith;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.stile.event.DecisionEvent;
import dev.stile.event.PassUse;
import dev.stile.flood.FloodControl;
import dev.stile.policy.Action;
import dev.stile.policy.Condition;
import dev.stile.policy.Conditions;
import dev.stile.policy.Demand;
import dev.stile.policy.PathPattern;
import dev.stile.policy.Rule;
import dev.stile.protocol.Difficulty;
import dev.stile.protocol.Level;
import dev.stile.protocol.Refusal;
import dev.stile.replay.Claim;
import dev.stile.replay.ReplayKey;
import dev.stile.replay.ReplayStore;
import dev.stile.request.RequestFacts;
import dev.stile.wire.Bytes;
import dev.stile.wire.ChallengeField;
import dev.stile.wire.Fields;
import dev.stile.wire.PassField;
import dev.stile.wire.ProofField;
import dev.stile.wire.Scene;
import dev.stile.wire.TestSolver;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a client takes decides whether it is asked, and what it pays. */
class TrafficFlowTest {
    private static final Verdict PASS = new Verdict.Allowed(AllowReason.PASS);
    private static final Verdict CALM = new Verdict.Allowed(AllowReason.CALM);
    private static final Difficulty ORDINARY = new Difficulty(Scene.BITS, Scene.ROUNDS);
    private static final String STRANGER = "203.0.113.9";

    private final TestGate gate = new TestGate();

    @Test
    void decide_manyRequestsWithoutPass_isAskedInTheEnd() {
        gate.flood(10, 1_000_000);
        assertThat(verdicts(100, TestRequest.page())).startsWith(CALM, CALM, CALM);
        assertThat(reason(gate.decide(TestRequest.page()))).isEqualTo(ChallengeReason.FLOOD);
    }

    @Test
    void decide_betweenTheLimitAndTwiceIt_pagesMayBeAskedAndPartsAreNot() {
        gate.flood(10, 1_000_000);
        assertThat(ofClientsBeyondTheLimit(TestRequest.page())).anyMatch(Verdict.Challenged.class::isInstance);
        gate.setNow(NOW + 3_600);
        assertThat(ofClientsBeyondTheLimit(image())).containsOnly(CALM);
    }

    /** The verdicts of 60 clients of 19 requests a minute; each has a draw of its own. */
    private List<Verdict> ofClientsBeyondTheLimit(TestRequest request) {
        return IntStream.range(0, 60)
                .mapToObj(i -> request.from("203.0." + i + ".1"))
                .map(from -> {
                    FloodControl flood = gate.meters().flood();
                    IntStream.range(0, 27).forEach(i -> flood.admit(from.facts().client(), false));
                    return gate.decide(from);
                })
                .toList();
    }

    @Test
    void decide_oneClientTakesMuch_anotherIsNotAsked() { // A33
        gate.flood(10, 1_000_000);
        verdicts(100, TestRequest.page());
        assertThat(gate.decide(TestRequest.page().from(STRANGER))).isEqualTo(CALM);
    }

    @Test
    void decide_unsolvedRequests_raiseNobodysRateAndNoPrice() { // A30, A33
        gate.flood(10, 10);
        verdicts(1_000, TestRequest.page().path("/always/a"));
        assertThat(gate.decide(TestRequest.page())).isEqualTo(CALM);
        assertThat(price(TestRequest.page().path("/always/a"))).isEqualTo(ORDINARY);
    }

    /** Neighbours' and strangers' alike: what they ask and do not solve is counted for nobody but who failed. */
    @Property(tries = 30)
    void decide_othersUnsolvedRequests_changeNeitherAnswerNorPrice( // A33
            @ForAll @Size(max = 300) List<@IntRange(max = 2) Integer> kinds, @ForAll boolean near) {
        TestGate fresh = new TestGate().flood(10, 10);
        Fields<ProofField> wrong = Scene.proof().with(ProofField.MESSAGE_HASH, Bytes.repeated(1, 32));
        for (int i = 0; i < kinds.size(); i++) {
            String other = "203.0." + (near ? 113 : i % 100) + "." + (i % 200 + 20);
            TestRequest request = switch (kinds.get(i)) {
                case 0 -> TestRequest.page().path("/always/a");
                case 1 -> TestRequest.challenge("purpose=gate&target=/");
                default -> TestRequest.redeem(wrong);
            };
            assertThat(fresh.decide(request.from(other))).isNotInstanceOf(Verdict.Allowed.class);
        }
        TestRequest stranger = TestRequest.page().from(STRANGER);
        assertThat(((Verdict.Challenged) fresh.decide(stranger.path("/always/a")))
                        .challenge()
                        .terms()
                        .difficulty())
                .isEqualTo(ORDINARY);
        assertThat(fresh.decide(stranger.path("/archive"))).isEqualTo(CALM);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2001:db8::1,2001:db8::ffff:1", "192.0.2.1,::ffff:192.0.2.1"})
    void decide_twoAddressesOfOneClient_countTogether(String addresses) { // A27
        gate.flood(10, 1_000_000);
        String[] both = addresses.split(",");
        verdicts(100, TestRequest.page().from(both[0]));
        assertThat(reason(gate.decide(TestRequest.page().from(both[1])))).isEqualTo(ChallengeReason.FLOOD);
    }

    @Test
    void decide_manyAddressesOfOneNetwork_countTogetherInTheEnd() { // A27
        gate.flood(1_000, 20);
        IntStream.range(1, 200).forEach(i -> gate.decide(TestRequest.page().from("192.0.2." + i)));
        assertThat(reason(gate.decide(TestRequest.page().from("192.0.2.250")))).isEqualTo(ChallengeReason.FLOOD);
    }

    @Test
    void decide_passBehindABusyAddress_noticesNothing() { // A29
        gate.flood(10, 10);
        verdicts(100, TestRequest.page());
        assertThat(gate.decide(TestRequest.page().pass(pass()))).isEqualTo(PASS);
    }

    @Test
    void decide_requestsWithPass_areNotCountedUnderTheAddress() { // A29
        gate.flood(10, 10);
        verdicts(200, TestRequest.page().pass(pass()));
        assertThat(gate.decide(TestRequest.page())).isEqualTo(CALM);
    }

    @Test
    void decide_minutesLater_isCalmAgain() {
        gate.flood(10, 10);
        verdicts(100, TestRequest.page());
        gate.setNow(NOW + 600);
        assertThat(gate.decide(TestRequest.page())).isEqualTo(CALM);
    }

    @Test
    void decide_budgetUsedUp_isAskedAgain() { // A12
        gate.budget(3);
        TestRequest request = TestRequest.page().pass(pass());
        assertThat(verdicts(3, request)).containsOnly(PASS);
        assertThat(reason(gate.decide(request))).isEqualTo(ChallengeReason.SPENT);
        assertThat(reason(gate.decide(request))).isEqualTo(ChallengeReason.SPENT);
    }

    @Test
    void decide_budgetUsedUp_thePartsOfAPageStillCome() {
        gate.budget(1);
        gate.decide(TestRequest.page().pass(pass()));
        assertThat(gate.decide(image().pass(pass()))).isEqualTo(PASS);
    }

    @Test
    void decide_budgetUsedUpByParts_endsTheOverdraftToo() { // A12
        gate.budget(1);
        assertThat(verdicts(1_000, image().pass(pass())))
                .startsWith(PASS, PASS)
                .last()
                .satisfies(verdict -> assertThat(reason(verdict)).isEqualTo(ChallengeReason.SPENT));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"text/html;charset=utf-8", "application/json", "text/plain", "TEXT/HTML", "application/pdf"})
    void settle_imageThatWasAPage_countsAsAPage(String contentType) { // A12
        gate.budget(10);
        TestRequest request = image().pass(pass());
        Gate one = gate.gate();
        one.settle(request.facts(), one.decide(request.facts()), 200, contentType);
        one.decide(TestRequest.page().pass(pass()).facts());
        assertThat(gate.events().get(1).pass().budget()).contains(new PassUse.Budget(2, 10));
    }

    @ParameterizedTest
    @CsvSource({"200,image/png", "200,text/css", "200,text/javascript;charset=utf-8", "304,", "404,text/html"})
    void settle_imageThatWasOneOrIsMissing_countsAnEighth(int status, String contentType) {
        gate.budget(10);
        TestRequest request = image().pass(pass());
        Gate one = gate.gate();
        one.settle(request.facts(), one.decide(request.facts()), status, contentType);
        one.decide(TestRequest.page().pass(pass()).facts());
        assertThat(gate.events().get(1).pass().budget()).contains(new PassUse.Budget(1.125, 10));
    }

    /** Whoever shifts the count by one eighth must not spend passes unseen. */
    @Test
    void settle_thatTakesTheLastWholeRequest_makesTheNextProofDearer() { // A12
        gate.budget(3);
        TestRequest request = image().pass(pass());
        Gate one = gate.gate();
        one.decide(request.facts());
        IntStream.range(0, 3).forEach(i -> one.settle(request.facts(), one.decide(request.facts()), 200, "text/html"));
        assertThat(gate.meters().flood().proofs(request.facts().client()).clientSpent())
                .isCloseTo(1, within(0.05));
    }

    @Test
    void settle_imageThatWasAPageWithoutPass_countsAsAPage() {
        TestRequest request = image();
        Gate one = gate.gate();
        one.settle(request.facts(), one.decide(request.facts()), 200, "text/html");
        double client = gate.meters().flood().rates(request.facts().client()).client();
        assertThat(client).isCloseTo(Math.log(2), within(0.05));
    }

    @Test
    void settle_pagesThatUseUpAPass_countAsASpentPass() { // A12
        gate.budget(3);
        Gate one = gate.gate();
        RequestFacts part = image().pass(pass()).facts();
        one.decide(part);
        IntStream.range(0, 4).forEach(i -> one.settle(part, one.decide(part), 200, "text/html"));
        assertThat(gate.meters().flood().proofs(part.client()).clientSpent()).isCloseTo(1, within(0.05));
    }

    @Test
    void redeem_withABetterPassThatIsNotBelievedHere_setsAFreshOne() { // A12, A36
        Fields<PassField> better = passWith(PassField.LEVEL, 2);
        IntStream.range(0, 40)
                .forEach(i ->
                        gate.decide(TestRequest.page().from("203.0." + i + ".1").pass(better)));
        TestRequest redeem = ofAnotherNetwork().pass(better);
        assertThat(reason(
                        gate.decide(TestRequest.page().from(Scene.OTHER_ADDRESS).pass(better))))
                .isEqualTo(ChallengeReason.SHARED);
        assertThat(((Verdict.Granted) gate.decide(redeem)).fresh()).isPresent();
    }

    @Test
    void decide_otherPass_hasABudgetOfItsOwn() { // A29
        gate.budget(1);
        verdicts(2, TestRequest.page().pass(pass()));
        Fields<PassField> other = Scene.signedPass(pass().with(PassField.ID, Bytes.repeated(0x77, 16)));
        assertThat(gate.decide(TestRequest.page().pass(other))).isEqualTo(PASS);
    }

    @Test
    void decide_passFromManyNetworksAtOnce_isNotBelievedInMore() { // A12
        List<Verdict> verdicts = IntStream.range(0, 40)
                .mapToObj(i ->
                        gate.decide(TestRequest.page().from("203.0." + i + ".1").pass(pass())))
                .toList();
        assertThat(verdicts).startsWith(PASS, PASS, PASS, PASS);
        assertThat(reason(verdicts.get(39))).isEqualTo(ChallengeReason.SHARED);
        assertThat(gate.decide(TestRequest.page().pass(pass()))).isEqualTo(PASS);
    }

    @Test
    void decide_lowPassOnAStrictPath_isAskedAgainAndCharged() { // A04
        gate.rules(strict()).budget(1);
        assertThat(reason(gate.decide(TestRequest.page().path("/strict").pass(pass()))))
                .isEqualTo(ChallengeReason.OUTGROWN);
        assertThat(gate.decide(TestRequest.page().pass(pass()))).isEqualTo(PASS);
    }

    @Test
    void decide_programWhereEverybodyIsAsked_paysForItsSuspicionToo() {
        assertThat(price(TestRequest.curl().path("/always/a")).work()).isEqualTo(2 * ORDINARY.work());
    }

    @Test
    void decide_higherLevel_costsMore() { // A04
        gate.rules(strict());
        assertThat(price(TestRequest.page().path("/strict")).work()).isEqualTo(4 * ORDINARY.work());
    }

    @Test
    void redeem_withASpentPassThatLastsLonger_setsAFreshOne() {
        gate.budget(1);
        Fields<PassField> spent = passWith(PassField.EXPIRES, NOW + 2L * Scene.PASS_LIFETIME);
        gate.decide(TestRequest.page().pass(spent));
        Verdict.Granted granted =
                (Verdict.Granted) gate.decide(TestRequest.redeem(Scene.proof()).pass(spent));
        assertThat(granted.fresh()).isPresent();
    }

    @Test
    void redeem_withABetterPassThatIsNotBelievedThere_setsAFreshOne() { // A12, A36: else it would be asked for ever
        Fields<PassField> shared = passWith(PassField.LEVEL, 2);
        IntStream.range(0, 40)
                .forEach(i -> gate.decide(
                        TestRequest.page().from("198.51." + i + ".1").pass(shared)));
        TestRequest here = ofAnotherNetwork().pass(shared);
        assertThat(reason(
                        gate.decide(TestRequest.page().from(Scene.OTHER_ADDRESS).pass(shared))))
                .isEqualTo(ChallengeReason.SHARED);
        assertThat(((Verdict.Granted) gate.decide(here)).fresh()).isPresent();
    }

    @Test
    void redeem_withABetterPassThatHasRequestsLeft_keepsIt() { // A37
        Fields<PassField> better = passWith(PassField.EXPIRES, NOW + 2L * Scene.PASS_LIFETIME);
        Verdict.Granted granted =
                (Verdict.Granted) gate.decide(TestRequest.redeem(Scene.proof()).pass(better));
        assertThat(granted.fresh()).isEmpty();
    }

    @Test
    void redeem_manyProofsOfOneClient_makeItsNextDearer() {
        gate.replayCapacity(100_000);
        proofs(40).forEach(gate::assertGrants);
        TestRequest request = TestRequest.page().path("/always/a");
        assertThat(price(request).work()).isGreaterThan(ORDINARY.work());
        assertThat(price(request.from(STRANGER)).work()).isEqualTo(ORDINARY.work());
    }

    @Test
    void decide_greedyClient_isDearForItselfAndNotForItsNeighbours() { // A33
        TestRequest request = TestRequest.page().path("/always/a");
        IntStream.range(0, 100).forEach(i -> {
            gate.meters().flood().redeemed(request.facts().client());
            gate.meters().flood().spent(request.facts().client());
        });
        assertThat(price(request).work()).isGreaterThan(100 * ORDINARY.work());
        assertThat(price(request.from("192.0.2.77")).work()).isEqualTo(ORDINARY.work());
    }

    @Test
    void decide_replayStoreNearlyFull_everybodyPaysMore() { // A10
        gate.store(new FilledStore(0.95));
        assertThat(price(TestRequest.page().path("/always/a")).work()).isGreaterThan(3 * ORDINARY.work());
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, -1, Double.NEGATIVE_INFINITY})
    void decide_replayStoreThatCannotTellHowFull_costsAsEver(double fill) {
        gate.store(new FilledStore(fill));
        assertThat(price(TestRequest.page().path("/always/a"))).isEqualTo(ORDINARY);
    }

    @Test
    void redeem_oneChallengeManyTimes_buysLessAndLess() { // A08, A12
        gate.replayCapacity(100_000);
        List<Double> used = proofs(100).map(this::usedOfWhatIsGranted).toList();
        assertThat(used.subList(0, 15)).containsOnly(1.0);
        assertThat(used.get(99)).isBetween(240.0, 260.0);
        assertThat(used).isSorted();
    }

    @Test
    void redeem_oneChallengeOfAGreedyClient_buysOneRequest() { // A12
        gate.replayCapacity(100_000);
        RequestFacts facts = TestRequest.page().facts();
        IntStream.range(0, 100).forEach(i -> {
            gate.meters().flood().redeemed(facts.client());
            gate.meters().flood().spent(facts.client());
        });
        assertThat(usedOfWhatIsGranted(Scene.proof())).isGreaterThan(298);
    }

    /** What is used of a pass with its first request. */
    private double usedOfWhatIsGranted(Fields<ProofField> proof) {
        Verdict.Granted granted = (Verdict.Granted) gate.redeem(proof);
        gate.decide(TestRequest.page().pass(granted.fresh().orElseThrow().token()));
        return gate.events()
                .get(gate.events().size() - 1)
                .pass()
                .budget()
                .orElseThrow()
                .used();
    }

    @Test
    void redeem_oneNetworkFillsItsShare_isToldSoAndOthersAreNot() { // A10
        gate.replayCapacity(100);
        List<Verdict> verdicts = proofs(30).map(gate::redeem).toList();
        assertThat(verdicts).last().isEqualTo(new Verdict.Refused(Refusal.UNAVAILABLE));
        assertThat(gate.store().calls()).hasSizeLessThan(13);
        gate.assertGrants(ofAnotherNetwork());
    }

    @Test
    void redeem_wrongWorkInAFlood_isShedBeforeItIsHashed() { // A32
        Fields<ProofField> wrong = Scene.proof().with(ProofField.MESSAGE_HASH, Bytes.repeated(1, 32));
        List<Verdict> verdicts =
                IntStream.range(0, 5_000).mapToObj(i -> gate.redeem(wrong)).toList();
        assertThat(verdicts)
                .startsWith(new Verdict.Refused(Refusal.WRONG_MESSAGE))
                .last()
                .isEqualTo(new Verdict.Refused(Refusal.UNAVAILABLE));
        gate.assertGrants(ofAnotherNetwork());
    }

    @Test
    void onDecision_flood_isExplained() {
        gate.flood(10, 1_000_000);
        verdicts(101, TestRequest.page());
        DecisionEvent event = gate.events().get(100);
        assertThat(event.outcome().token()).isEqualTo("challenge/flood");
        assertThat(event.flow().orElseThrow().client()).isGreaterThan(10);
        assertThat(event.cost().orElseThrow().factors()).isNotEmpty();
    }

    @Test
    void onDecision_pass_saysWhatIsLeft() {
        gate.budget(10);
        verdicts(3, TestRequest.page().pass(pass()));
        assertThat(gate.events().get(2).pass().budget()).contains(new PassUse.Budget(3, 10));
    }

    /** Says that it is so full, and takes every claim. */
    private record FilledStore(double fill) implements ReplayStore {
        @Override
        public Claim claim(ReplayKey key, long until) {
            return Claim.FIRST;
        }

        @Override
        public boolean outlivesProcess() {
            return false;
        }
    }

    private static Rule strict() {
        Condition path = Conditions.path(List.of(PathPattern.parse("/strict").orElseThrow()));
        return new Rule("strict", path, new Action.Challenge(Demand.of(Level.TWO)));
    }

    private static TestRequest image() {
        return TestRequest.page()
                .header("Sec-Fetch-Dest", "image")
                .header("Sec-Fetch-Mode", "no-cors")
                .header("Accept", "image/avif,image/webp,*/*");
    }

    private static TestRequest ofAnotherNetwork() {
        Fields<ChallengeField> theirs =
                Scene.signed(challenge().with(ChallengeField.BINDING, Scene.KEYS.binding(Scene.OTHER_PREFIX)));
        return TestRequest.redeem(Scene.proof(theirs)).from(Scene.OTHER_ADDRESS);
    }

    private static Stream<Fields<ProofField>> proofs(int number) {
        return IntStream.range(0, number).mapToObj(i -> TestSolver.solve(challenge(), TARGET, Bytes.repeated(i, 32)));
    }

    private List<Verdict> verdicts(int number, TestRequest request) {
        return IntStream.range(0, number).mapToObj(i -> gate.decide(request)).toList();
    }

    private Difficulty price(TestRequest request) {
        return ((Verdict.Challenged) gate.decide(request)).challenge().terms().difficulty();
    }

    private static ChallengeReason reason(Verdict verdict) {
        return ((Verdict.Challenged) verdict).reason();
    }
}
