package dev.stile.gate;

import static dev.stile.wire.Scene.NOW;
import static dev.stile.wire.Scene.PASS_LIFETIME;
import static dev.stile.wire.Scene.TARGET;
import static dev.stile.wire.Scene.pass;
import static dev.stile.wire.Scene.passWith;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stile.policy.Mode;
import dev.stile.protocol.Difficulty;
import dev.stile.protocol.Level;
import dev.stile.protocol.Purpose;
import dev.stile.protocol.Refusal;
import dev.stile.request.Endpoint;
import dev.stile.suspicion.Suspicion;
import dev.stile.wire.PassField;
import dev.stile.wire.Scene;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests to the application: policy, then pass, then suspicion, then challenge. */
class PageFlowTest {
    private static final Verdict EXEMPT = new Verdict.Allowed(AllowReason.EXEMPT);
    private static final Verdict PASS = new Verdict.Allowed(AllowReason.PASS);
    private static final Verdict CALM = new Verdict.Allowed(AllowReason.CALM);

    private final TestGate gate = new TestGate();

    @Test
    void decide_visitorWithoutPass_isCalm() {
        assertThat(gate.decide(TestRequest.page())).isEqualTo(CALM);
    }

    @Test
    void decide_programWithoutPass_isChallengedForSuspicion() { // A25
        assertChallenged(TestRequest.curl(), ChallengeReason.SUSPICION);
    }

    @Test
    void decide_programWithPass_isAllowed() { // A25: nobody is shut out
        TestRequest request = TestRequest.curl().pass(passWith(PassField.FAMILY, 0));
        assertThat(gate.decide(request)).isEqualTo(PASS);
    }

    @Test
    void decide_exemptPath_isAllowed() {
        assertThat(gate.decide(TestRequest.curl().path("/robots.txt"))).isEqualTo(EXEMPT);
    }

    @Test
    void decide_exemptPath_readsNoPass() {
        Decision decision = gate.gate()
                .decide(TestRequest.curl().path("/robots.txt").pass("forged").facts());
        assertThat(decision.pass()).isEqualTo(PassReading.NONE);
        assertThat(decision.suspicion()).isEqualTo(Suspicion.NONE);
    }

    @Test
    void decide_preflight_isAllowed() { // A24
        TestRequest preflight = TestRequest.curl()
                .method("OPTIONS")
                .path("/always/a")
                .header("Origin", "https://elsewhere.example")
                .header("Access-Control-Request-Method", "PUT");
        assertThat(gate.decide(preflight)).isEqualTo(EXEMPT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "HEAD", "OPTIONS", "TRACE", "POST", "DELETE", "get", "PROPFIND", "QWERTY", ""})
    void decide_anyMethodToAnAlwaysPath_isChallenged(String method) { // A24
        assertChallenged(TestRequest.page().method(method).path("/always/a"), ChallengeReason.ALWAYS);
    }

    @Test
    void decide_calmVisitorToAnAlwaysPath_isChallenged() {
        assertChallenged(TestRequest.page().path("/always/a"), ChallengeReason.ALWAYS);
    }

    @Test
    void decide_passToAnAlwaysPath_isAllowed() {
        assertThat(gate.decide(TestRequest.page().path("/always/a").pass(pass())))
                .isEqualTo(PASS);
    }

    @Test
    void decide_forgedPassToAnAlwaysPath_isChallenged() { // A05
        assertChallenged(
                TestRequest.page().path("/always/a").pass(pass().flipped(PassField.MAC)), ChallengeReason.ALWAYS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"X-Original-URL", "X-Rewrite-URL", "X-Forwarded-Prefix"})
    void decide_headerThatNamesAnotherPath_isIgnored(String header) { // A22
        assertChallenged(TestRequest.page().path("/always/a").header(header, "/robots.txt"), ChallengeReason.ALWAYS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"X-Forwarded-For", "Forwarded", "X-Real-IP"})
    void decide_headerThatNamesAnotherAddress_isIgnored(String header) { // A23
        TestRequest request = TestRequest.page()
                .path("/always/a")
                .from(Scene.OTHER_ADDRESS)
                .header(header, Scene.ADDRESS)
                .pass(pass());
        assertThat(gate.gate().decide(request.facts()).pass().best())
                .hasValueSatisfying(held -> assertThat(held.networkChanged()).isTrue());
    }

    @Test
    void decide_calmVisitorInModeAlways_isChallenged() {
        gate.mode(Mode.ALWAYS);
        assertChallenged(TestRequest.page(), ChallengeReason.ALWAYS);
    }

    @Test
    void decide_exemptPathInModeAlways_isAllowed() {
        gate.mode(Mode.ALWAYS);
        assertThat(gate.decide(TestRequest.page().path("/assets/logo.svg"))).isEqualTo(EXEMPT);
    }

    @Test
    void decide_programInModeMonitor_isChallengedOnPaperOnly() {
        Decision decision =
                gate.mode(Mode.MONITOR).gate().decide(TestRequest.curl().facts());
        assertThat(decision.verdict()).isInstanceOf(Verdict.Challenged.class);
        assertThat(decision.letsThrough()).isTrue();
        assertThat(gate.events()).singleElement().satisfies(event -> {
            assertThat(event.outcome().verdict()).isEqualTo("challenge");
            assertThat(event.outcome().enforced()).isFalse();
        });
    }

    @Test
    void decide_calmVisitorInModeMonitor_isAllowedAsDecided() {
        gate.mode(Mode.MONITOR).decide(TestRequest.page());
        assertThat(gate.events())
                .singleElement()
                .satisfies(event -> assertThat(event.outcome().enforced()).isTrue());
    }

    @Test
    void decide_unclearRequestInModeMonitor_isRefusedOnPaperOnly() {
        Decision decision = gate.mode(Mode.MONITOR)
                .gate()
                .decide(TestRequest.to(Endpoint.UNCLEAR).facts());
        assertThat(decision.verdict()).isEqualTo(new Verdict.Refused(Refusal.BAD_REQUEST));
        assertThat(decision.letsThrough()).isTrue();
    }

    @ParameterizedTest
    @EnumSource(names = {"REDEEM", "CHALLENGE", "NOTHING"})
    void decide_ownEndpointInModeMonitor_answersAllTheSame(Endpoint endpoint) {
        Decision decision =
                gate.mode(Mode.MONITOR).gate().decide(TestRequest.to(endpoint).facts());
        assertThat(decision.letsThrough()).isFalse();
    }

    @Test
    void decide_challenged_isNotLetThrough() {
        assertThat(gate.gate().decide(TestRequest.curl().facts()).letsThrough()).isFalse();
    }

    @Test
    void decide_challenged_isAskedWhatTheServerWants() {
        Verdict.Challenged challenged =
                (Verdict.Challenged) gate.decide(TestRequest.page().path("/always/a"));
        var terms = challenged.challenge().terms();
        assertThat(terms.purpose()).isEqualTo(Purpose.GATE.number());
        assertThat(terms.difficulty()).isEqualTo(new Difficulty(Scene.BITS, Scene.ROUNDS));
        assertThat(terms.level()).isEqualTo(Level.ONE);
        assertThat(terms.host().text()).isEqualTo(Scene.HOST);
        assertThat(terms.lifetimeSeconds()).isEqualTo(Scene.LIFETIME);
        assertThat(challenged.challenge().time()).isEqualTo(NOW);
        assertThat(challenged.target().text()).isEqualTo(TARGET);
    }

    @Test
    void decide_challenged_isTheChallengeOfTheProtocol() {
        Verdict.Challenged challenged =
                (Verdict.Challenged) gate.decide(TestRequest.page().path("/always/a"));
        assertThat(challenged.challenge().token()).isEqualTo(Scene.challenge().text());
    }

    @Test
    void decide_challengesThatNobodySolves_storeNothing() { // A30
        Gate one = gate.gate();
        for (int i = 0; i < 1000; i++) {
            one.decide(TestRequest.curl().facts());
        }
        assertThat(gate.store().calls()).isEmpty();
    }

    @Test
    void decide_passOfTheLastSecond_isAllowed() {
        gate.setNow(NOW + PASS_LIFETIME - 1);
        assertThat(gate.decide(TestRequest.page().path("/always/a").pass(pass())))
                .isEqualTo(PASS);
    }

    @Test
    void decide_passOneSecondLater_isChallenged() { // A11
        gate.setNow(NOW + PASS_LIFETIME);
        assertChallenged(TestRequest.page().path("/always/a").pass(pass()), ChallengeReason.ALWAYS);
    }

    @Test
    void decide_file_isServed() {
        assertThat(gate.decide(TestRequest.to(Endpoint.FILE))).isEqualTo(new Verdict.Served());
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "OPTIONS", "DELETE", "get"})
    void decide_fileByAnotherMethod_wrongMethod(String method) {
        assertThat(gate.decide(TestRequest.to(Endpoint.FILE).method(method)))
                .isEqualTo(new Verdict.Refused(Refusal.WRONG_METHOD));
    }

    @Test
    void decide_nothingThere_notFound() {
        assertThat(gate.decide(TestRequest.to(Endpoint.NOTHING))).isEqualTo(new Verdict.Refused(Refusal.NOT_FOUND));
    }

    @Test
    void decide_unclear_badRequest() { // A21, A24
        assertThat(gate.decide(TestRequest.to(Endpoint.UNCLEAR))).isEqualTo(new Verdict.Refused(Refusal.BAD_REQUEST));
    }

    private void assertChallenged(TestRequest request, ChallengeReason reason) {
        assertThat(gate.decide(request))
                .isInstanceOfSatisfying(
                        Verdict.Challenged.class,
                        challenged -> assertThat(challenged.reason()).isEqualTo(reason));
    }
}
