package dev.stile.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stile.policy.Action;
import dev.stile.policy.Demand;
import dev.stile.policy.Rule;
import dev.stile.protocol.Difficulty;
import dev.stile.protocol.Level;
import dev.stile.protocol.Refusal;
import dev.stile.protocol.Terms;
import dev.stile.wire.ChallengeField;
import dev.stile.wire.Fields;
import dev.stile.wire.PassField;
import dev.stile.wire.Scene;
import java.nio.charset.StandardCharsets;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** PROTOCOL §6.2: a challenge is asked for outright. */
class ChallengeEndpointTest {
    private final TestGate gate = new TestGate();

    @Test
    void offer_asked_isTheChallengeOfTheProtocol() {
        Verdict.Offered offered = offered("purpose=gate&target=%2Farchive%3Fq%3Dstile");
        assertThat(offered.challenge().token()).isEqualTo(Scene.challenge().text());
        assertThat(offered.target().text()).isEqualTo("/archive?q=stile");
    }

    @ParameterizedTest
    @CsvSource({
        "/,/",
        "%2F,/",
        "/a/b,/a/b",
        "%2Fa%3Fb%3Dc%26d%3De,/a?b=c&d=e",
        "/a%2520b,/a%20b",
        "/%2B,/+",
        "/a?b,/a?b"
    })
    void offer_target_isPercentDecodedOnce(String encoded, String target) {
        assertThat(offered("purpose=gate&target=" + encoded).target().text()).isEqualTo(target);
    }

    @Test
    void offer_otherOrder_isTheSame() {
        assertThat(offered("target=%2F&purpose=gate").target().text()).isEqualTo("/");
    }

    @Test
    void offer_head_isOffered() {
        assertThat(gate.decide(TestRequest.challenge("purpose=gate&target=/").method("HEAD")))
                .isInstanceOf(Verdict.Offered.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "purpose=gate",
                "target=/",
                "purpose=gate&target",
                "purpose&target=/",
                "purpose=gate&target=/&target=/",
                "purpose=gate&target=/&target=/other",
                "purpose=gate&purpose=gate&target=/",
                "purpose=gate&purpose=login&target=/",
                "Purpose=gate&Target=/",
                "purpose=gate&target=%",
                "purpose=gate&target=/%2",
                "purpose=gate&target=/%zz",
                "purpose=gate&target=/%-1",
                "purpose=%&target=/",
                "purpose=gate&&&",
                "&=&=&"
            })
    void offer_parameterMissingTwiceOrBroken_malformed(String query) { // A14
        gate.assertRefuses(TestRequest.challenge(query), Refusal.MALFORMED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "form", "Gate", "gate%00", "%20gate", "1", "gate,gate", "gate;x", "g%61te%0D%0A"})
    void offer_otherPurpose_unsupportedPurpose(String purpose) { // A03
        gate.assertRefuses(TestRequest.challenge("purpose=" + purpose + "&target=/"), Refusal.UNSUPPORTED_PURPOSE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "archive",
                "//evil.example",
                "/%5Cevil.example",
                "%5C%5Cevil.example",
                "https:%2F%2Fevil.example",
                "http:evil",
                "javascript:alert(1)",
                "/a%0D%0Ab",
                "/a%00b",
                "/a+b",
                "/a%20b",
                "/%C3%A9",
                "/%FF",
                "/a%23b",
                "/a/../b",
                "/a/%252e%252E/b",
                "/."
            })
    void offer_noTargetOfThisOrigin_badTarget(String target) { // A17, A18
        gate.assertRefuses(TestRequest.challenge("purpose=gate&target=" + target), Refusal.BAD_TARGET);
    }

    @Test
    void offer_longestTarget_isOffered() {
        String target = "/" + "t".repeat(1023);
        assertThat(offered("purpose=gate&target=" + target).target().text()).isEqualTo(target);
    }

    @Test
    void offer_targetOneByteTooLong_badTarget() { // A13
        gate.assertRefuses(TestRequest.challenge("purpose=gate&target=/" + "t".repeat(1024)), Refusal.BAD_TARGET);
    }

    @Test
    void offer_longestQuery_isRead() {
        String query = "purpose=gate&target=/&x=";
        assertThat(offered(query + "x".repeat(8192 - query.length())).target().text())
                .isEqualTo("/");
    }

    @Test
    void offer_queryOneByteTooLong_tooLarge() { // A15
        String query = "purpose=gate&target=/&x=";
        gate.assertRefuses(TestRequest.challenge(query + "x".repeat(8193 - query.length())), Refusal.TOO_LARGE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "OPTIONS", "get", ""})
    void offer_otherMethod_wrongMethod(String method) { // A24
        gate.assertRefuses(TestRequest.challenge("purpose=gate&target=/").method(method), Refusal.WRONG_METHOD);
    }

    @Test
    void offer_asked_storesNothing() { // A30
        offered("purpose=gate&target=/");
        assertThat(gate.store().calls()).isEmpty();
    }

    @Test
    void offer_afterAChallengeOfAHigherLevel_hasThatLevel() { // A04
        Fields<ChallengeField> strict = Scene.challengeWith(ChallengeField.LEVEL, 3);
        assertThat(after(strict).level()).isEqualTo(Level.THREE);
    }

    @Test
    void offer_afterADearerChallenge_isAsDear() { // A04
        Fields<ChallengeField> dear = Scene.challengeWith(ChallengeField.BITS, 9);
        assertThat(after(dear).difficulty()).isEqualTo(new Difficulty(9, Scene.ROUNDS));
    }

    @Test
    void offer_afterACheaperChallenge_costsWhatIsAskedNow() { // A08
        Fields<ChallengeField> cheap = Scene.challengeWith(ChallengeField.BITS, 1);
        assertThat(after(cheap).difficulty()).isEqualTo(new Difficulty(Scene.BITS, Scene.ROUNDS));
    }

    @Test
    void offer_afterAChallengeOfAnotherNetwork_hasItsLevel() { // A28
        Fields<ChallengeField> strict = Scene.signed(Scene.challenge()
                .with(ChallengeField.LEVEL, 2)
                .with(ChallengeField.BINDING, Scene.KEYS.binding(Scene.OTHER_PREFIX)));
        assertThat(after(strict).level()).isEqualTo(Level.TWO);
    }

    @Test
    void offer_afterAChallengeThatExpiredAnHourAgo_hasItsLevel() {
        gate.setNow(Scene.PERIOD + 3600 + Scene.LIFETIME);
        assertThat(after(Scene.challengeWith(ChallengeField.LEVEL, 3)).level()).isEqualTo(Level.THREE);
    }

    @Test
    void offer_afterAChallengeOlderThanAnHour_isAsIfNoneWereNamed() {
        gate.setNow(Scene.PERIOD + 3600 + Scene.LIFETIME + 1);
        assertThat(after(Scene.challengeWith(ChallengeField.LEVEL, 3)).level()).isEqualTo(Level.ONE);
    }

    @Test
    void offer_afterAForgedChallenge_isAsIfNoneWereNamed() { // A02
        assertThat(after(Scene.challenge().with(ChallengeField.LEVEL, 3)).level())
                .isEqualTo(Level.ONE);
    }

    @Test
    void offer_afterAChallengeOfAnotherHost_isAsIfNoneWereNamed() { // A05
        byte[] other = "example.net".getBytes(StandardCharsets.US_ASCII);
        Fields<ChallengeField> foreign =
                Scene.signed(Scene.challenge().with(ChallengeField.LEVEL, 3).with(ChallengeField.HOST, other));
        assertThat(after(foreign).level()).isEqualTo(Level.ONE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "AQ", "AQ==", "!", "%00", "x"})
    void offer_afterNothingOfOurs_isAsIfNoneWereNamed(String after) { // A13
        assertThat(offered("purpose=gate&target=/&after=" + after).challenge().token())
                .isEqualTo(Scene.challenge().text());
    }

    @Test
    void offer_afterAMegabyte_tooLarge() { // A15
        gate.assertRefuses(
                TestRequest.challenge("purpose=gate&target=/&after=" + "A".repeat(1 << 20)), Refusal.TOO_LARGE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"after=AQ&after=AQ", "after=&after=", "after=%", "after=%zz"})
    void offer_afterTwiceOrBroken_malformed(String after) { // A14
        gate.assertRefuses(TestRequest.challenge("purpose=gate&target=/&" + after), Refusal.MALFORMED);
    }

    @Test
    void offer_toAPassOfAHigherLevel_hasThatLevel() { // A04
        assertThat(offeredTo(Scene.passWith(PassField.LEVEL, 2)).level()).isEqualTo(Level.TWO);
    }

    @Test
    void offer_toAPassOfALevelThatEveryRuleMakesDearer_isNoCheaperThanTheCheapestRule() { // A04
        long ordinary =
                offeredTo(Scene.passWith(PassField.LEVEL, 2)).difficulty().work();
        gate.rules(rule(Level.TWO, 8), rule(Level.THREE, 4));

        assertThat(offeredTo(Scene.passWith(PassField.LEVEL, 2)).difficulty().work())
                .isBetween(ordinary * 7, ordinary * 8);
        assertThat(offeredTo(Scene.passWith(PassField.LEVEL, 3)).difficulty().work())
                .isBetween(ordinary * 4 * 7 / 2, ordinary * 4 * 4);
        assertThat(offeredTo(Scene.pass()).difficulty().work()).isBetween(1L, ordinary / 3);
    }

    @Test
    void offer_toAPassOfALevelThatARuleMakesCheaper_hasTheOrdinaryPrice() {
        long ordinary =
                offeredTo(Scene.passWith(PassField.LEVEL, 2)).difficulty().work();
        gate.rules(
                new Rule("cheap", subject -> true, new Action.Challenge(new Demand(Level.TWO, OptionalInt.of(1), 1))));

        assertThat(offeredTo(Scene.passWith(PassField.LEVEL, 2)).difficulty().work())
                .isEqualTo(ordinary);
    }

    private static Rule rule(Level level, double work) {
        return new Rule("dear", subject -> true, new Action.Challenge(new Demand(level, OptionalInt.empty(), work)));
    }

    @Test
    void offer_toAPassAndAfterAChallenge_hasTheHigherLevel() {
        TestRequest request = TestRequest.challenge("purpose=gate&target=/&after="
                        + Scene.challengeWith(ChallengeField.LEVEL, 2).text())
                .pass(Scene.passWith(PassField.LEVEL, 3));
        assertThat(((Verdict.Offered) gate.decide(request)).challenge().terms().level())
                .isEqualTo(Level.THREE);
    }

    @Test
    void offer_toAForgedOrExpiredPass_isAsIfNoneWereShown() { // A05
        assertThat(offeredTo(Scene.pass().with(PassField.LEVEL, 3)).level()).isEqualTo(Level.ONE);
        Fields<PassField> pass = Scene.passWith(PassField.LEVEL, 3);
        gate.setNow(Scene.NOW + Scene.PASS_LIFETIME);
        assertThat(offeredTo(pass).level()).isEqualTo(Level.ONE);
    }

    private Terms offeredTo(Fields<PassField> pass) {
        TestRequest request = TestRequest.challenge("purpose=gate&target=/").pass(pass);
        return ((Verdict.Offered) gate.decide(request)).challenge().terms();
    }

    private Terms after(Fields<ChallengeField> challenge) {
        return offered("purpose=gate&target=/&after=" + challenge.text())
                .challenge()
                .terms();
    }

    private Verdict.Offered offered(String query) {
        return (Verdict.Offered) gate.decide(TestRequest.challenge(query));
    }
}
