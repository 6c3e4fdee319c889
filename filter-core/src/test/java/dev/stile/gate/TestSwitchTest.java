package dev.stile.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stile.protocol.Challenge;
import dev.stile.protocol.Difficulty;
import dev.stile.protocol.Level;
import dev.stile.protocol.Refusal;
import dev.stile.request.Endpoint;
import dev.stile.wire.Scene;
import dev.stile.wire.TestSolver;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a gate in environment test decides, and that production knows nothing of it. */
class TestSwitchTest {
    private static final Difficulty TRIVIAL = new Difficulty(4, 1);

    private final TestGate production = new TestGate();

    private static TestGate test(TestSwitch configured) {
        return new TestGate().testSwitch(configured).difficulty(14, 16);
    }

    private static Verdict refused(Refusal reason) {
        return new Verdict.Refused(reason);
    }

    private static TestRequest redemption(Challenge challenge) {
        TestSolver solver =
                new TestSolver(Base64.getUrlDecoder().decode(challenge.token()), Scene.TARGET, Scene.IV_CLIENT);
        return TestRequest.redeem(solver.proof(solver.first(solver.rounds(), solver::meets)));
    }

    private static Challenge challengeOf(TestGate gate) {
        return gate.decide(TestRequest.page().path("/always/a")).issued().orElseThrow();
    }

    /** A pass that a gate in environment test has granted. */
    private static String pass(TestGate gate) {
        Verdict.Granted granted = (Verdict.Granted) gate.decide(redemption(challengeOf(gate)));
        return granted.fresh().orElseThrow().token();
    }

    @Test
    void pass_anyPage_goesOn() {
        TestGate gate = test(TestSwitch.PASS);
        assertThat(gate.decide(TestRequest.curl())).isEqualTo(new Verdict.Allowed(AllowReason.TEST));
        assertThat(gate.decide(TestRequest.page().path("/always/a"))).isEqualTo(new Verdict.Allowed(AllowReason.TEST));
    }

    @ParameterizedTest
    @EnumSource(
            value = TestSwitch.class,
            names = {"CHALLENGE", "SPENT"})
    void challengeAndSpent_anyPage_isChallengedForTrivialWork(TestSwitch configured) {
        Verdict verdict = test(configured).decide(TestRequest.page().path("/robots.txt"));
        assertThat(verdict).isInstanceOfSatisfying(Verdict.Challenged.class, challenged -> {
            assertThat(challenged.reason()).isEqualTo(ChallengeReason.TEST);
            assertThat(challenged.challenge().terms().difficulty()).isEqualTo(TRIVIAL);
            assertThat(challenged.challenge().terms().level()).isEqualTo(Level.ONE);
            assertThat(challenged.target()).hasToString("Target[text=" + Scene.TARGET + "]");
        });
    }

    @Test
    void challenge_askedForOutright_isTrivialToo() {
        assertThat(test(TestSwitch.CHALLENGE)
                        .decide(TestRequest.challenge("purpose=gate&target=/"))
                        .issued())
                .hasValueSatisfying(
                        challenge -> assertThat(challenge.terms().difficulty()).isEqualTo(TRIVIAL));
    }

    @Test
    void challenge_redeemed_buysAPassThatOpensThePage() {
        TestGate gate = test(TestSwitch.CHALLENGE);
        assertThat(gate.decide(TestRequest.page().pass(pass(gate)))).isEqualTo(new Verdict.Allowed(AllowReason.PASS));
    }

    @Test
    void challenge_preflight_goesOn() { // A24
        TestRequest preflight = TestRequest.page()
                .method("OPTIONS")
                .header("Origin", "https://example.net")
                .header("Access-Control-Request-Method", "GET");
        assertThat(test(TestSwitch.CHALLENGE).decide(preflight)).isEqualTo(new Verdict.Allowed(AllowReason.EXEMPT));
    }

    @Test
    void refuse_pageAndRedeem_areDenied() {
        TestGate gate = test(TestSwitch.REFUSE);
        Challenge challenge = challengeOf(test(TestSwitch.CHALLENGE));
        assertThat(gate.decide(TestRequest.page())).isEqualTo(refused(Refusal.DENIED));
        assertThat(gate.decide(redemption(challenge))).isEqualTo(refused(Refusal.DENIED));
    }

    @Test
    void spent_redeem_isReplayedAndClaimsNothing() {
        TestGate gate = test(TestSwitch.SPENT);
        assertThat(gate.decide(redemption(challengeOf(gate)))).isEqualTo(refused(Refusal.REPLAYED));
        assertThat(gate.store().calls()).isEmpty();
    }

    @Test
    void none_anyPage_isDecidedAsEver() {
        TestGate gate = test(TestSwitch.NONE);
        assertThat(gate.decide(TestRequest.page())).isEqualTo(new Verdict.Allowed(AllowReason.CALM));
        assertThat(gate.decide(TestRequest.curl())).isInstanceOf(Verdict.Challenged.class);
    }

    @ParameterizedTest
    @EnumSource(TestSwitch.class)
    void anySwitch_filesAndUnclearRequests_areDecidedAsEver(TestSwitch configured) {
        TestGate gate = test(configured);
        assertThat(gate.decide(TestRequest.to(Endpoint.FILE))).isEqualTo(new Verdict.Served());
        assertThat(gate.decide(TestRequest.to(Endpoint.UNCLEAR))).isEqualTo(refused(Refusal.BAD_REQUEST));
        assertThat(gate.decide(TestRequest.to(Endpoint.NOTHING))).isEqualTo(refused(Refusal.NOT_FOUND));
    }

    @ParameterizedTest
    @CsvSource({
        "stile-test=pass,                     PASS",
        "a=b; stile-test=spent; c=d,          SPENT",
        "a=b;stile-test=none,                 NONE",
        "stile-test=pass; stile-test=refuse,  PASS",
        "stile-test=nonsense,                 REFUSE",
        "stile-test=PASS,                     REFUSE",
        "stile-test=,                         REFUSE",
        "not-stile-test=pass,                 REFUSE",
        "'',                                  REFUSE",
    })
    void of_cookie_choosesForItsBrowserIfItNamesASwitch(String cookies, TestSwitch chosen) {
        assertThat(TestSwitch.REFUSE.of(
                        TestRequest.page().header("Cookie", cookies).facts()))
                .isEqualTo(chosen);
    }

    @Test
    void of_cookieInASecondHeader_choosesToo() {
        assertThat(TestSwitch.NONE.of(TestRequest.page()
                        .header("Cookie", "a=b", "stile-test=pass")
                        .facts()))
                .isEqualTo(TestSwitch.PASS);
    }

    @Test
    void of_cookiesOfAMegabyte_areNotLookedAt() { // A15
        String cookies = "a=b; ".repeat(200_000) + "stile-test=pass";
        assertThat(TestSwitch.NONE.of(
                        TestRequest.page().header("Cookie", cookies).facts()))
                .isEqualTo(TestSwitch.NONE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"pass", "challenge", "refuse", "spent"})
    void production_cookie_doesNothing(String token) {
        assertThat(production.decide(TestRequest.page().header("Cookie", "stile-test=" + token)))
                .isEqualTo(new Verdict.Allowed(AllowReason.CALM));
        assertThat(production.decide(TestRequest.page().path("/always/a").header("Cookie", "stile-test=" + token)))
                .isInstanceOf(Verdict.Challenged.class);
    }

    @Test
    void production_passOfEnvironmentTest_isWorthless() { // A05
        TestRequest request = TestRequest.page().path("/always/a").pass(pass(test(TestSwitch.CHALLENGE)));
        Decision decision = production.gate().decide(request.facts());
        assertThat(decision.verdict()).isInstanceOf(Verdict.Challenged.class);
        assertThat(decision.pass().refusals()).isEqualTo(List.of(Refusal.UNKNOWN_KEY));
    }

    @Test
    void production_proofOfEnvironmentTest_isWorthless() { // A05
        assertThat(production.decide(redemption(challengeOf(test(TestSwitch.CHALLENGE)))))
                .isEqualTo(refused(Refusal.UNKNOWN_KEY));
    }

    @Test
    void environmentTest_passOfProduction_isWorthless() { // A05
        TestRequest request = TestRequest.page().pass(Scene.pass());
        Decision decision = test(TestSwitch.CHALLENGE).gate().decide(request.facts());
        assertThat(decision.verdict()).isInstanceOf(Verdict.Challenged.class);
        assertThat(decision.pass().refusals()).isEqualTo(List.of(Refusal.UNKNOWN_KEY));
    }

    @Test
    void environmentTest_proofOfProduction_isWorthless() { // A05
        assertThat(test(TestSwitch.NONE).decide(TestRequest.redeem(Scene.proof())))
                .isEqualTo(refused(Refusal.UNKNOWN_KEY));
    }
}
