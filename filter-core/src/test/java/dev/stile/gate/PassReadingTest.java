package dev.stile.gate;

import static dev.stile.wire.Bytes.base64Url;
import static dev.stile.wire.Bytes.concat;
import static dev.stile.wire.Bytes.hmac;
import static dev.stile.wire.Bytes.repeated;
import static dev.stile.wire.Scene.KEYS;
import static dev.stile.wire.Scene.NOW;
import static dev.stile.wire.Scene.pass;
import static dev.stile.wire.Scene.passWith;
import static dev.stile.wire.Scene.signedPass;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stile.protocol.Level;
import dev.stile.protocol.PassVerifier.Held;
import dev.stile.protocol.Refusal;
import dev.stile.wire.Fields;
import dev.stile.wire.PassField;
import dev.stile.wire.Scene;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Passes in cookies (PROTOCOL §12): what is believed, what is not and why, and which of several counts. */
class PassReadingTest {
    private static final String FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";

    private final TestGate gate = new TestGate();

    @Test
    void read_none_isNone() {
        assertThat(read(TestRequest.page())).isEqualTo(PassReading.NONE);
    }

    @Test
    void read_right_isHeld() {
        PassReading reading = read(TestRequest.page().pass(pass()));
        assertThat(reading.best()).hasValueSatisfying(held -> {
            assertThat(held.pass().level()).isEqualTo(Level.ONE);
            assertThat(held.networkChanged()).isFalse();
        });
        assertThat(reading.refusals()).isEmpty();
    }

    @Test
    void read_ofAnotherNetwork_isHeldAndCounted() { // A28
        PassReading reading = read(TestRequest.page().pass(pass()).from(Scene.OTHER_ADDRESS));
        assertThat(reading.best()).map(Held::networkChanged).hasValue(true);
        assertThat(gate.events())
                .singleElement()
                .satisfies(event -> assertThat(event.pass().networkChanged()).isTrue());
    }

    @Test
    void read_ofAnotherBrowser_wrongBrowser() { // A12
        assertRefused(
                TestRequest.page().pass(pass()).header("User-Agent", FIREFOX).header("Sec-CH-UA"),
                Refusal.WRONG_BROWSER);
    }

    @Test
    void read_ofAnotherHost_wrongHost() { // A05
        assertRefused(TestRequest.page().pass(pass()).host("example.net"), Refusal.WRONG_HOST);
    }

    @Test
    void read_expired_expired() {
        gate.setNow(NOW + Scene.PASS_LIFETIME);
        assertRefused(TestRequest.page().pass(pass()), Refusal.EXPIRED);
    }

    /** A02: every field that the MAC covers, by itself. Those that are known by their value alone are looked at before. */
    @ParameterizedTest
    @EnumSource(names = {"LEVEL", "ISSUED", "EXPIRES", "ID", "FAMILY", "BINDING", "HOST", "MAC"})
    void read_oneFieldChanged_forged(PassField field) {
        Fields<PassField> changed = field == PassField.LEVEL ? pass().with(field, 3) : pass().flipped(field);
        assertRefused(TestRequest.page().pass(changed), Refusal.FORGED);
    }

    @Test
    void read_signedByTheChallengeKey_forged() {
        byte[] mac = hmac(KEYS.challengeKey(), pass().before(PassField.MAC));
        assertRefused(TestRequest.page().pass(pass().with(PassField.MAC, mac)), Refusal.FORGED);
    }

    @Test
    void read_ofAnotherDeployment_unknownKey() { // A05
        gate.secrets(Scene.OTHER_SECRET);
        assertRefused(TestRequest.page().pass(pass()), Refusal.UNKNOWN_KEY);
    }

    @Test
    void read_ofAnOlderSecretThatIsKept_isHeld() {
        gate.secrets(Scene.OTHER_SECRET, Scene.SECRET);
        assertThat(read(TestRequest.page().pass(pass())).best()).isPresent();
    }

    @Test
    void read_afterARestart_isHeld() { // design.md, Time: a restart voids challenges, not passes
        gate.epoch(repeated(0x77, 16));
        assertThat(read(TestRequest.page().pass(pass())).best()).isPresent();
    }

    @Test
    void read_aChallengeInItsPlace_isNotHeld() {
        assertThat(read(TestRequest.page().pass(Scene.challenge().text())).best())
                .isEmpty();
    }

    @Test
    void read_otherVersion_unsupportedVersion() {
        assertRefused(TestRequest.page().pass(passWith(PassField.VERSION, 2)), Refusal.UNSUPPORTED_VERSION);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 4, 255})
    void read_signedLevelOutOfRange_malformed(int level) {
        assertRefused(TestRequest.page().pass(passWith(PassField.LEVEL, level)), Refusal.MALFORMED);
    }

    @Test
    void read_signedToEndAtItsIssue_malformed() {
        assertRefused(TestRequest.page().pass(passWith(PassField.EXPIRES, NOW)), Refusal.MALFORMED);
    }

    @Test
    void read_byteAppended_malformed() { // A05
        assertRefused(TestRequest.page().pass(base64Url(concat(pass().bytes(), new byte[1]))), Refusal.MALFORMED);
    }

    @Test
    void read_unusedBitSet_malformed() { // A05: a second encoding of the same bytes
        String text = pass().text();
        char last = text.charAt(text.length() - 1);
        String second = text.substring(0, text.length() - 1) + (char) (last + 1);
        assertRefused(TestRequest.page().pass(second), Refusal.MALFORMED);
    }

    @ParameterizedTest
    @ValueSource(ints = {513, 4096, 1_000_000})
    void read_tooLong_tooLarge(int length) { // A15
        assertRefused(TestRequest.page().pass("A".repeat(length)), Refusal.TOO_LARGE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "deleted", "\"\"", "é", "\0"})
    void read_noPassAtAll_malformed(String text) {
        assertRefused(TestRequest.page().pass(text), Refusal.MALFORMED);
    }

    @Test
    void read_forgedBesideRight_rightCounts() { // A14
        PassReading reading =
                read(TestRequest.page().pass(pass().flipped(PassField.MAC)).pass(pass()));
        assertThat(reading.best()).isPresent();
        assertThat(reading.refusals()).containsExactly(Refusal.FORGED);
    }

    @Test
    void read_rightBesideForgedOfAHigherLevel_rightCounts() { // A14
        Fields<PassField> forged = pass().with(PassField.LEVEL, 3);
        assertThat(bestOf(pass(), forged)).isEqualTo(Level.ONE);
    }

    @Test
    void read_highestLevelFirst_highestCounts() { // A14
        assertThat(bestOf(passWith(PassField.LEVEL, 3), passWith(PassField.LEVEL, 2)))
                .isEqualTo(Level.THREE);
    }

    @Test
    void read_highestLevelLast_highestCounts() { // A14
        assertThat(bestOf(passWith(PassField.LEVEL, 1), passWith(PassField.LEVEL, 2)))
                .isEqualTo(Level.TWO);
    }

    @Test
    void read_sameLevel_theOneThatLastsLongerCounts() {
        PassReading reading = read(TestRequest.page()
                .pass(passWith(PassField.EXPIRES, NOW + 10))
                .pass(passWith(PassField.EXPIRES, NOW + 20))
                .pass(passWith(PassField.EXPIRES, NOW + 15)));
        assertThat(reading.best()).map(held -> held.pass().expires()).hasValue(NOW + 20);
    }

    @Test
    void read_severalWrongOnes_eachHasItsReason() {
        PassReading reading = read(
                TestRequest.page().pass("?").pass(pass().flipped(PassField.ID)).pass(passWith(PassField.FAMILY, 2)));
        assertThat(reading.refusals()).isEqualTo(List.of(Refusal.MALFORMED, Refusal.FORGED, Refusal.WRONG_BROWSER));
    }

    @Test
    void read_longestHost_isHeld() {
        String host = "h".repeat(255);
        Fields<PassField> pass = signedPass(
                pass().with(PassField.HOST_LENGTH, 255).with(PassField.HOST, host.getBytes(StandardCharsets.US_ASCII)));
        assertThat(read(TestRequest.page().host(host).pass(pass)).best()).isPresent();
    }

    private PassReading read(TestRequest request) {
        return gate.gate().decide(request.facts()).pass();
    }

    private Level bestOf(Fields<PassField> one, Fields<PassField> other) {
        return read(TestRequest.page().pass(one).pass(other))
                .best()
                .orElseThrow()
                .pass()
                .level();
    }

    private void assertRefused(TestRequest request, Refusal reason) {
        PassReading reading = read(request);
        assertThat(reading.best()).isEmpty();
        assertThat(reading.refusals()).containsExactly(reason);
    }
}
