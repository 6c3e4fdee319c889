package dev.stile.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stile.gate.OperatorQuestion.OneDecision;
import dev.stile.gate.OperatorQuestion.RecentDecisions;
import dev.stile.gate.OperatorQuestion.State;
import dev.stile.protocol.Refusal;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may ask what. */
class OperatorDeskTest {
    private static final String TOKEN = "an operator's token of 32 bytes!";

    private final TestGate gate = new TestGate().operatorToken(TOKEN);

    private static TestRequest asking(String path) {
        return TestRequest.operator(path).header("Authorization", "Bearer " + TOKEN);
    }

    private static TestRequest showing(String credentials) {
        return TestRequest.operator("/state").header("Authorization", credentials);
    }

    private static String basic(String pair) {
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }

    private static Verdict withheld(WithheldReason reason) {
        return new Verdict.Withheld(reason);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/state", "/decisions", "/decisions/0123456789", "/x", "/"})
    void decide_noTokenConfigured_thereIsNothing(String path) {
        assertThat(new TestGate().decide(asking(path))).isEqualTo(new Verdict.Refused(Refusal.NOT_FOUND));
    }

    @Test
    void decide_noTokenConfigured_postIsNothingToo() {
        assertThat(new TestGate().decide(asking("/state").method("POST")))
                .isEqualTo(new Verdict.Refused(Refusal.NOT_FOUND));
    }

    @Test
    void decide_bearerToken_isTold() {
        assertThat(gate.decide(asking("/state"))).isEqualTo(new Verdict.Told(new State()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "operator", "a name with spaces"})
    void decide_tokenAsPasswordUnderAnyName_isTold(String name) {
        assertThat(gate.decide(showing(basic(name + ":" + TOKEN)))).isEqualTo(new Verdict.Told(new State()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"bearer", "BEARER", "Bearer"})
    void decide_schemeInAnyCase_isTold(String scheme) { // RFC 9110 §11.1
        assertThat(gate.decide(showing(scheme + " " + TOKEN))).isEqualTo(new Verdict.Told(new State()));
    }

    @Test
    void decide_noToken_isWithheld() {
        assertThat(gate.decide(TestRequest.operator("/state"))).isEqualTo(withheld(WithheldReason.NO_TOKEN));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Bearer",
                "Bearer ",
                "Bearer an operator's token of 32 bytes",
                "Bearer an operator's token of 32 bytes!!",
                "Bearer AN OPERATOR'S TOKEN OF 32 BYTES!",
                "Digest an operator's token of 32 bytes!",
                "an operator's token of 32 bytes!",
                "Basic",
                "Basic ",
                "Basic ???",
                "Basic YQ",
            })
    void decide_otherCredentials_areWithheld(String credentials) {
        assertThat(gate.decide(showing(credentials))).isEqualTo(withheld(WithheldReason.WRONG_TOKEN));
    }

    @Test
    void decide_tokenAsName_isWithheld() {
        assertThat(gate.decide(showing(basic(TOKEN + ":")))).isEqualTo(withheld(WithheldReason.WRONG_TOKEN));
    }

    @Test
    void decide_credentialsOfAMegabyte_areWithheld() { // A15
        assertThat(gate.decide(showing("Bearer " + TOKEN.repeat(32_768))))
                .isEqualTo(withheld(WithheldReason.WRONG_TOKEN));
    }

    @Property
    void decide_anyCredentials_neverThrowNorAreBelieved(@ForAll String credentials) { // A15
        assertThat(gate.decide(showing(credentials))).isEqualTo(withheld(WithheldReason.WRONG_TOKEN));
        assertThat(gate.decide(showing(basic(credentials)))).isEqualTo(withheld(WithheldReason.WRONG_TOKEN));
    }

    @Test
    void decide_plainConnectionFromElsewhere_isWithheldEvenWithTheToken() {
        assertThat(gate.decide(asking("/state").plain())).isEqualTo(withheld(WithheldReason.INSECURE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "127.1.0.9", "::1", "::ffff:127.0.0.1"})
    void decide_plainConnectionOnThisMachine_isTold(String address) {
        assertThat(gate.decide(asking("/state").plain().from(address))).isEqualTo(new Verdict.Told(new State()));
    }

    @Test
    void decide_anyPathWithoutToken_doesNotSayWhetherItExists() {
        assertThat(gate.decide(TestRequest.operator("/no/such/path"))).isEqualTo(withheld(WithheldReason.NO_TOKEN));
    }

    @Test
    void decide_pathThatDoesNotExist_isNotFound() {
        assertThat(gate.decide(asking("/no/such/path"))).isEqualTo(new Verdict.Refused(Refusal.NOT_FOUND));
    }

    @Test
    void decide_post_isRefused() { // A24
        assertThat(gate.decide(asking("/state").method("POST"))).isEqualTo(new Verdict.Refused(Refusal.WRONG_METHOD));
    }

    @Test
    void decide_reference_isAskedForInUpperCase() {
        assertThat(gate.decide(asking("/decisions/0abcdefghj")))
                .isEqualTo(new Verdict.Told(new OneDecision("0ABCDEFGHJ")));
    }

    @ParameterizedTest
    @CsvSource({
        "'',                              '',        50",
        "'limit=7',                       '',        7",
        "'limit=1000&verdict=challenge',  challenge, 1000",
        "'verdict=&other=x',              '',        50",
    })
    void decide_recentDecisions_asTheQuerySays(String query, String verdict, int limit) {
        assertThat(gate.decide(asking("/decisions").query(query)))
                .isEqualTo(new Verdict.Told(new RecentDecisions(verdict, limit)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"limit=0", "limit=1001", "limit=-1", "limit=+1", "limit=1e2", "limit=\u0661", "limit=1&limit=2"})
    void decide_limitThatIsNone_isMalformed(String query) { // A13
        assertThat(gate.decide(asking("/decisions").query(query))).isEqualTo(new Verdict.Refused(Refusal.MALFORMED));
    }

    @Test
    void decide_longQuery_isTooLarge() { // A15
        assertThat(gate.decide(asking("/decisions").query("a=" + "x".repeat(199))))
                .isEqualTo(new Verdict.Refused(Refusal.TOO_LARGE));
    }

    @Test
    void decide_rightAndWrongToken_areInNoEvent() {
        gate.decide(asking("/state"));
        gate.decide(showing("Bearer something else of many bytes"));
        assertThat(gate.events().toString()).doesNotContain(TOKEN).doesNotContain("something else");
        assertThat(gate.events())
                .extracting(event -> event.outcome().token())
                .containsExactly("tell/state", "withhold/wrong-token");
    }
}
