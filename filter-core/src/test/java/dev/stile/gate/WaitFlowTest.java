package dev.stile.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stile.event.PassUse;
import dev.stile.gate.WaitVerdict.Arrived;
import dev.stile.gate.WaitVerdict.Stranded;
import dev.stile.gate.WaitVerdict.Waited;
import dev.stile.gate.WaitVerdict.Waiting;
import dev.stile.policy.Action;
import dev.stile.policy.Demand;
import dev.stile.policy.Mode;
import dev.stile.policy.Thresholds;
import dev.stile.protocol.Level;
import dev.stile.protocol.Pass;
import dev.stile.protocol.Refusal;
import dev.stile.protocol.SignedPass;
import dev.stile.protocol.Target;
import dev.stile.protocol.WaitIssuer;
import dev.stile.request.Endpoint;
import dev.stile.wire.Bytes;
import dev.stile.wire.PassField;
import dev.stile.wire.Scene;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Visitors without scripts: from the challenge through the wait to the page and to the end of the budget. */
class WaitFlowTest {
    private static final int SECONDS = 5;
    private static final int REQUESTS = 4;
    private static final String ALWAYS = "/always/a";
    private static final Target TARGET = new Target("/always/a");
    private static final Verdict WAITED = new Verdict.Allowed(AllowReason.WAITED);

    private final TestGate gate = new TestGate().noScript(SECONDS, REQUESTS);

    private static TestRequest page() {
        return TestRequest.page().path(ALWAYS);
    }

    private static TestRequest arrival(String query) {
        return TestRequest.to(Endpoint.WAITED).path("/.stile/waited").query(query);
    }

    private static TestRequest endpoint(String query) {
        return TestRequest.to(Endpoint.WAIT).path("/.stile/wait").query(query);
    }

    private static TestRequest redemption(String token) {
        return endpoint("token=" + token + "&target=%2Falways%2Fa");
    }

    private static TestRequest arrival() {
        return arrival("target=%2Falways%2Fa");
    }

    private NoScript offer(TestRequest request) {
        return ((Verdict.Challenged) gate.decide(request)).noScript();
    }

    private String token(Supplier<TestRequest> visitor) {
        return ((NoScript.Wait) offer(visitor.get())).token();
    }

    private String token() {
        return token(WaitFlowTest::page);
    }

    private void wait(int seconds) {
        gate.setNow(gate.now() + seconds);
    }

    private SignedPass pass() {
        String token = token();
        wait(SECONDS);
        return ((Waited) gate.decide(redemption(token))).fresh().orElseThrow();
    }

    private void spend(SignedPass pass) {
        IntStream.range(0, REQUESTS)
                .forEach(request ->
                        assertThat(gate.decide(page().pass(pass.token()))).isEqualTo(WAITED));
    }

    /** As many requests in the application as it may bear, for long enough. */
    private void load() {
        IntStream.range(0, 100).forEach(request -> gate.meters().load().begin());
        wait(60);
    }

    private Verdict stranded(Refusal reason) {
        return new Stranded(reason, Optional.of(TARGET));
    }

    private static Verdict strangers(Refusal reason) {
        return new Stranded(reason, Optional.empty());
    }

    @Test
    void challenge_policyAllowsWaits_offersOne() {
        assertThat(offer(page())).isInstanceOfSatisfying(NoScript.Wait.class, wait -> {
            assertThat(wait.seconds()).isEqualTo(SECONDS);
            assertThat(wait.token()).matches("[A-Za-z0-9_-]{71}");
        });
    }

    @Test
    void challenge_policyDoesNotAllowWaits_explains() {
        assertThat(((Verdict.Challenged) new TestGate().decide(page())).noScript())
                .isEqualTo(NoScript.EXPLAINED);
    }

    @Test
    void challenge_underLoad_explains() {
        load();
        assertThat(offer(page())).isEqualTo(NoScript.EXPLAINED);
    }

    @Test
    void challenge_stricterDemands_explain() {
        for (Demand strict : new Demand[] {
            Demand.of(Level.TWO),
            new Demand(Level.ONE, OptionalInt.empty(), 2),
            new Demand(Level.ONE, OptionalInt.of(4), 1)
        }) {
            gate.thresholds(new Thresholds(new TreeMap<>(Map.of(1, new Action.Challenge(strict)))));
            assertThat(offer(page().path("/archive").header("Accept-Language"))).isEqualTo(NoScript.EXPLAINED);
        }
    }

    /** A form would not arrive, and a program follows no page. */
    @Test
    void challenge_formsAndScripts_explain() {
        assertThat(offer(page().method("POST"))).isEqualTo(NoScript.EXPLAINED);
        assertThat(offer(page().header("Sec-Fetch-Mode", "cors"))).isEqualTo(NoScript.EXPLAINED);
    }

    @Test
    void wait_isOver_opensThePage() {
        SignedPass pass = pass();
        assertThat(gate.decide(arrival().pass(pass.token()))).isEqualTo(new Arrived(TARGET));
        assertThat(gate.decide(page().pass(pass.token()))).isEqualTo(WAITED);
    }

    @Test
    void wait_isOver_countsNothingAsSolved() {
        Pass pass = pass().pass();
        spend(pass());
        assertThat(pass.isWaited()).isTrue();
        assertThat(pass.level()).isEqualTo(Level.ONE);
        assertThat(gate.store().calls()).isEmpty();
        var proofs = gate.meters().flood().proofs(TestRequest.page().facts().client());
        assertThat(proofs.client()).isZero();
        assertThat(proofs.clientSpent()).isZero();
        assertThat(proofs.widerSpent()).isZero();
    }

    @Test
    void wait_tooEarly_goesOnWithTheSameToken() {
        String token = token();
        wait(SECONDS - 1);
        assertThat(gate.decide(redemption(token))).isEqualTo(new Waiting(token, 1, TARGET));
        wait(1);
        assertThat(gate.decide(redemption(token))).isInstanceOf(Waited.class);
    }

    @Test
    void wait_fromItsFirstToItsLastSecond_isWorthAPass_A11() {
        String token = token();
        wait(SECONDS + 600);
        assertThat(gate.decide(redemption(token))).isInstanceOf(Waited.class);
        wait(1);
        assertThat(gate.decide(redemption(token))).isEqualTo(stranded(Refusal.EXPIRED));
    }

    @Test
    void wait_ofANodeWhoseClockIsAhead_isBelievedForFiveSeconds_A11() {
        String token = token();
        wait(-5);
        assertThat(gate.decide(redemption(token))).isEqualTo(new Waiting(token, 10, TARGET));
        wait(-1);
        assertThat(gate.decide(redemption(token))).isEqualTo(stranded(Refusal.NOT_YET_VALID));
    }

    @Test
    void wait_manyAtOnce_giveOnePassAndOneBudget() {
        String[] tokens = IntStream.range(0, 20).mapToObj(tab -> token()).toArray(String[]::new);
        wait(SECONDS);
        Pass first = ((Waited) gate.decide(redemption(tokens[0])))
                .fresh()
                .orElseThrow()
                .pass();
        for (String token : tokens) {
            Verdict verdict = gate.decide(redemption(token));
            assertThat(((Waited) verdict).fresh().orElseThrow().pass()).isEqualTo(first);
        }
        spend(pass());
        assertThat(gate.decide(redemption(tokens[0]))).isEqualTo(stranded(Refusal.SPENT));
    }

    /** Neighbours, other browsers and other names of the host are no other budgets. */
    @Test
    void wait_ofTheSameNetworkInTheSamePeriod_hasTheSameId() {
        assertThat(passOf(page())).isEqualTo(passOf(page().from("192.0.2.254")));
        assertThat(passOf(page())).isEqualTo(passOf(page().header("User-Agent", "Lynx/2.9.0")));
        assertThat(passOf(page())).isEqualTo(passOf(page().host("example.org:81")));
        assertThat(passOf(page())).isNotEqualTo(passOf(page().from(Scene.OTHER_ADDRESS)));
        Object now = passOf(page());
        wait(600);
        assertThat(passOf(page())).isNotEqualTo(now);
    }

    private Object passOf(TestRequest visitor) {
        var facts = visitor.facts();
        var issuer = new WaitIssuer(gate.keys(), Scene.PASS_LIFETIME);
        return issuer.pass(facts.host(), facts.family(), facts.client().network(), gate.now())
                .id();
    }

    @Test
    void wait_budgetIsSpent_isOfferedNoMore() {
        SignedPass pass = pass();
        spend(pass);
        Verdict verdict = gate.decide(page().pass(pass.token()));
        assertThat(verdict).isInstanceOfSatisfying(Verdict.Challenged.class, challenged -> {
            assertThat(challenged.reason()).isEqualTo(ChallengeReason.SPENT);
            assertThat(challenged.noScript()).isEqualTo(new NoScript.Spent());
        });
        assertThat(gate.decide(arrival().pass(pass.token()))).isEqualTo(stranded(Refusal.SPENT));
        assertThat(gate.events().get(gate.events().size() - 2).pass().budget())
                .contains(new PassUse.Budget(REQUESTS, REQUESTS));
    }

    @Test
    void wait_nextPeriod_buysAnew() {
        SignedPass pass = pass();
        spend(pass);
        wait(600);
        SignedPass next = pass();
        assertThat(next.pass().id()).isNotEqualTo(pass.pass().id());
        assertThat(gate.decide(page().pass(next.token()))).isEqualTo(WAITED);
    }

    /** A pass that is got in the last second of a period counts for two minutes. */
    @Test
    void wait_atTheEndOfAPeriod_lastsAWhile() {
        gate.setNow(Scene.PERIOD - SECONDS - 1);
        SignedPass pass = pass();
        assertThat(pass.pass().expires()).isEqualTo(Scene.PERIOD + 120);
        wait(120);
        assertThat(gate.decide(page().pass(pass.token()))).isEqualTo(WAITED);
        wait(1);
        assertThat(gate.decide(page().pass(pass.token()))).isInstanceOf(Verdict.Challenged.class);
    }

    @Test
    void wait_subResources_countAnEighthAndOverdrawALittle() {
        SignedPass pass = pass();
        spend(pass);
        TestRequest image = page().header("Sec-Fetch-Dest", "image")
                .header("Sec-Fetch-Mode", "no-cors")
                .pass(pass.token());
        IntStream.range(0, 40).forEach(part -> assertThat(gate.decide(image)).isEqualTo(WAITED));
        assertThat(gate.decide(image)).isInstanceOf(Verdict.Challenged.class);
    }

    /** A client that asks what is left hears of the network's budget. */
    @Test
    void left_ofAWaitedPass_isOfItsOwnBudget() {
        SignedPass pass = pass();
        Gate open = gate.gate();
        Decision decision = open.decide(page().pass(pass.token()).facts());
        assertThat(open.left(decision))
                .contains(new PassLeft(Level.ONE, pass.pass().expires() - gate.now(), REQUESTS - 1));
    }

    /** What nobody is asked for costs the small budget nothing. */
    @Test
    void heldPass_wherePagesAreOpen_isNotCharged() {
        SignedPass pass = pass();
        for (int i = 0; i < 3 * REQUESTS; i++) {
            assertThat(gate.decide(TestRequest.page().pass(pass.token())))
                    .isEqualTo(new Verdict.Allowed(AllowReason.CALM));
        }
        spend(pass);
        assertThat(gate.decide(TestRequest.page().pass(pass.token()))).isEqualTo(new Verdict.Allowed(AllowReason.CALM));
    }

    @Test
    void heldPass_whereFloodControlAsks_isCharged() {
        SignedPass pass = pass();
        gate.flood(1, 1_000);
        IntStream.range(0, 200).forEach(other -> gate.decide(TestRequest.page()));
        assertThat(gate.decide(TestRequest.page().pass(pass.token()))).isEqualTo(WAITED);
    }

    @Test
    void heldPass_whereSuspicionAsks_isCharged() {
        SignedPass pass = pass();
        gate.mode(Mode.ALWAYS);
        assertThat(gate.decide(TestRequest.page().pass(pass.token()))).isEqualTo(WAITED);
    }

    @Test
    void heldPass_stricterDemand_isOutgrown_A04() {
        SignedPass pass = pass();
        Demand dearer = new Demand(Level.ONE, OptionalInt.empty(), 2);
        gate.thresholds(new Thresholds(new TreeMap<>(Map.of(1, new Action.Challenge(dearer)))));
        TestRequest suspicious = TestRequest.page().header("Accept-Language").pass(pass.token());
        assertThat(gate.decide(suspicious)).isInstanceOfSatisfying(Verdict.Challenged.class, challenged -> {
            assertThat(challenged.reason()).isEqualTo(ChallengeReason.OUTGROWN);
            assertThat(challenged.noScript()).isEqualTo(NoScript.EXPLAINED);
        });
    }

    @Test
    void heldPass_underLoad_doesNotCountUntilItIsOver() {
        SignedPass pass = pass();
        load();
        assertThat(gate.decide(page().pass(pass.token()))).isInstanceOf(Verdict.Challenged.class);
        assertThat(gate.decide(arrival().pass(pass.token()))).isEqualTo(stranded(Refusal.UNAVAILABLE));
        IntStream.range(0, 100).forEach(request -> gate.meters().load().end(gate.now() * 1_000_000_000L));
        wait(60);
        assertThat(gate.decide(page().pass(pass.token()))).isEqualTo(WAITED);
    }

    @Test
    void wait_loadRoseMeanwhile_isRefusedAsBusy() {
        String token = token();
        load();
        assertThat(gate.decide(redemption(token))).isEqualTo(stranded(Refusal.UNAVAILABLE));
    }

    @Test
    void heldPass_waitsSwitchedOff_doesNotCount() {
        SignedPass pass = pass();
        String token = token();
        wait(SECONDS);
        gate.withoutNoScript();
        assertThat(gate.decide(page().pass(pass.token()))).isInstanceOf(Verdict.Challenged.class);
        assertThat(gate.decide(redemption(token))).isEqualTo(stranded(Refusal.NOT_FOUND));
    }

    @Test
    void heldPass_ofAnotherNetwork_isNotBelieved_A12() {
        SignedPass pass = pass();
        assertThat(gate.decide(page().from(Scene.OTHER_ADDRESS).pass(pass.token())))
                .isInstanceOf(Verdict.Challenged.class);
        assertThat(gate.events().get(gate.events().size() - 1).pass().refusals())
                .containsExactly("wrong-network");
    }

    @Test
    void wait_ofAnotherNetwork_isRefused_A28() {
        String token = token();
        wait(SECONDS);
        assertThat(gate.decide(redemption(token).from(Scene.OTHER_ADDRESS))).isEqualTo(stranded(Refusal.WRONG_NETWORK));
    }

    @Test
    void wait_ofAnotherHostOrSecret_isRefused_A05() {
        String token = token();
        wait(SECONDS);
        assertThat(gate.decide(redemption(token).host("other.example"))).isEqualTo(stranded(Refusal.FORGED));
        gate.secrets(Scene.OTHER_SECRET);
        assertThat(gate.decide(redemption(token))).isEqualTo(stranded(Refusal.UNKNOWN_KEY));
    }

    @Test
    void wait_afterTheSecretWasReplaced_isStillBelieved() {
        String token = token();
        wait(SECONDS);
        gate.secrets(Scene.OTHER_SECRET, Scene.SECRET);
        assertThat(gate.decide(redemption(token))).isInstanceOf(Waited.class);
    }

    /** Each byte of it, and what is left where it is cut or continued. */
    @Test
    void wait_tokenChanged_isRefused_A02() {
        String token = token();
        wait(SECONDS);
        for (int i = 0; i < token.length(); i++) {
            char other = token.charAt(i) == 'A' ? 'B' : 'A';
            String changed = token.substring(0, i) + other + token.substring(i + 1);
            assertThat(gate.decide(redemption(changed))).isInstanceOf(Stranded.class);
        }
        assertThat(gate.decide(redemption(token.substring(1)))).isEqualTo(stranded(Refusal.MALFORMED));
        assertThat(gate.decide(redemption(token + "A"))).isEqualTo(stranded(Refusal.TOO_LARGE));
    }

    @Test
    void wait_keyOrMacChanged_isRefusedForThat_A02() {
        byte[] token = Bytes.fromBase64Url(token());
        wait(SECONDS);
        assertThat(gate.decide(redemption(changed(token, 0)))).isEqualTo(stranded(Refusal.UNSUPPORTED_VERSION));
        assertThat(gate.decide(redemption(changed(token, 1)))).isEqualTo(stranded(Refusal.UNKNOWN_KEY));
        assertThat(gate.decide(redemption(changed(token, 5)))).isEqualTo(stranded(Refusal.MALFORMED));
        assertThat(gate.decide(redemption(changed(token, 12)))).isEqualTo(stranded(Refusal.FORGED));
        assertThat(gate.decide(redemption(changed(token, 13)))).isEqualTo(stranded(Refusal.FORGED));
        assertThat(gate.decide(redemption(changed(token, 52)))).isEqualTo(stranded(Refusal.FORGED));
    }

    private static String changed(byte[] token, int at) {
        byte[] changed = token.clone();
        changed[at] ^= (byte) (at == 5 ? 0x80 : 1);
        return Bytes.base64Url(changed);
    }

    @ParameterizedTest
    @CsvSource({
        "token=T&token=T&target=/, MALFORMED",
        "token=T&target=/&target=/, MALFORMED",
        "token=T, MALFORMED",
        "target=/, MALFORMED",
        "token=&target=/, MALFORMED",
        "token=%2&target=/, MALFORMED",
        "token=T&target=%2, MALFORMED",
        "token=T&target=//evil.example, BAD_TARGET"
    })
    void wait_badQuery_isRefused_A14_A17(String query, Refusal reason) {
        assertThat(((Stranded) gate.decide(endpoint(query))).reason()).isEqualTo(reason);
    }

    @ParameterizedTest
    @CsvSource({
        "target=/&target=/, MALFORMED",
        "'', MALFORMED",
        "target=%2, MALFORMED",
        "target=//evil.example, BAD_TARGET",
        "target=/%5Cevil.example, BAD_TARGET",
        "target=http://evil.example/, BAD_TARGET",
        "target=javascript:alert(1), BAD_TARGET",
        "target=/%0D%0ASet-Cookie:a=b, BAD_TARGET"
    })
    void arrival_badQuery_isRefused_A14_A17_A18(String query, Refusal reason) {
        assertThat(gate.decide(arrival(query).pass(Scene.pass()))).isEqualTo(strangers(reason));
    }

    @Test
    void wait_longQuery_isRefused_A13() {
        assertThat(gate.decide(arrival("target=/" + "a".repeat(8185)))).isEqualTo(strangers(Refusal.TOO_LARGE));
        assertThat(gate.decide(arrival("target=/" + "a".repeat(8184)))).isEqualTo(strangers(Refusal.BAD_TARGET));
        assertThat(gate.decide(endpoint("target=/&token=" + "a".repeat(8178)))).isEqualTo(strangers(Refusal.TOO_LARGE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "OPTIONS", "get"})
    void wait_otherMethod_isRefused_A24(String method) {
        String token = token();
        wait(SECONDS);
        assertThat(gate.decide(redemption(token).method(method))).isEqualTo(strangers(Refusal.WRONG_METHOD));
    }

    @Test
    void arrival_withoutAPass_saysSo_A36() {
        assertThat(gate.decide(arrival())).isEqualTo(stranded(Refusal.NO_COOKIE));
    }

    @Test
    void arrival_withAWorkedPass_goesOn() {
        assertThat(gate.decide(arrival().pass(Scene.pass()))).isEqualTo(new Arrived(TARGET));
    }

    @Test
    void wait_byWhoHasWorked_keepsTheBetterPass() {
        String token = token();
        wait(SECONDS);
        assertThat(gate.decide(redemption(token).pass(Scene.pass()))).isEqualTo(new Waited(Optional.empty(), TARGET));
    }

    @Test
    void wait_byWhoHasSpentWhatTheyWorkedFor_givesAPass() {
        gate.budget(1);
        assertThat(gate.decide(page().pass(Scene.pass()))).isEqualTo(new Verdict.Allowed(AllowReason.PASS));
        String token = token();
        wait(SECONDS);
        assertThat(((Waited) gate.decide(redemption(token).pass(Scene.pass()))).fresh())
                .isPresent();
    }

    /** Even one that reaches less far and expires earlier. */
    @Test
    void redeem_byWhoHasWaited_givesTheWorkedPass() {
        String waited = pass().token();
        gate.setNow(Scene.NOW);
        assertThat(gate.decide(TestRequest.redeem(Scene.proof()).pass(waited)))
                .isInstanceOfSatisfying(
                        Verdict.Granted.class,
                        granted -> assertThat(granted.pass().isWaited()).isFalse());
        assertThat(gate.decide(page().pass(waited).pass(Scene.passWith(PassField.EXPIRES, Scene.NOW + 1))))
                .isEqualTo(new Verdict.Allowed(AllowReason.PASS));
    }

    @Test
    void wait_asChallengeProofOrPass_isRefused_A03() {
        String token = token();
        wait(SECONDS);
        gate.assertRefuses(TestRequest.redeem(token), Refusal.MALFORMED);
        assertThat(gate.decide(page().pass(token))).isInstanceOf(Verdict.Challenged.class);
        assertThat(gate.decide(TestRequest.challenge("purpose=gate&target=/&after=" + token)))
                .isInstanceOf(Verdict.Offered.class);
    }

    @Test
    void wait_withChallengeProofOrPass_isRefused_A03() {
        assertThat(gate.decide(redemption(Scene.challenge().text()))).isEqualTo(stranded(Refusal.TOO_LARGE));
        assertThat(gate.decide(redemption(Scene.proof().text()))).isEqualTo(stranded(Refusal.TOO_LARGE));
        assertThat(gate.decide(redemption(Scene.pass().text()))).isEqualTo(stranded(Refusal.TOO_LARGE));
    }

    private static String signed(byte[] key, byte[] token) {
        byte[] fields = Arrays.copyOf(token, 21);
        byte[] host = Scene.HOST.getBytes(StandardCharsets.US_ASCII);
        return Bytes.base64Url(Bytes.concat(fields, Bytes.hmac(key, fields, new byte[] {(byte) host.length}, host)));
    }

    /** The other keys sign none, be the bytes as they should. */
    @Test
    void wait_signedWithAnotherKey_isRefused_A03() {
        byte[] token = Bytes.fromBase64Url(token());
        wait(SECONDS);
        for (byte[] key : new byte[][] {Scene.KEYS.challengeKey(), Scene.KEYS.passKey(), Scene.KEYS.bindingKey()}) {
            assertThat(gate.decide(redemption(signed(key, token)))).isEqualTo(stranded(Refusal.FORGED));
        }
        assertThat(gate.decide(redemption(signed(Scene.KEYS.waitKey(), token)))).isInstanceOf(Waited.class);
    }

    @Test
    void events_wait_sayWhatBecameOfIt() {
        String token = token();
        gate.decide(redemption(token));
        wait(SECONDS);
        SignedPass pass = ((Waited) gate.decide(redemption(token))).fresh().orElseThrow();
        gate.decide(arrival().pass(pass.token()));
        gate.decide(arrival());
        gate.decide(page().pass(pass.token()));
        assertThat(gate.events().stream()
                        .skip(1)
                        .map(event -> event.endpoint() + " " + event.outcome().token()))
                .containsExactly(
                        "wait wait/early",
                        "wait waited/fresh",
                        "waited wait/arrived",
                        "waited refuse/no-cookie",
                        "page allow/waited");
    }

    /** In environment test too, where every page is challenged. */
    @Test
    void testSwitch_challenge_offersTheWait() {
        gate.testSwitch(TestSwitch.CHALLENGE);
        SignedPass pass = pass();
        assertThat(gate.decide(page().pass(pass.token()))).isEqualTo(WAITED);
    }
}
