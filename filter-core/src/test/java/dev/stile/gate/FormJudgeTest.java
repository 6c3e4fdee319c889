package dev.stile.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stile.protocol.Challenge;
import dev.stile.protocol.ChallengeIssuer;
import dev.stile.protocol.Difficulty;
import dev.stile.protocol.Host;
import dev.stile.protocol.KeyRing;
import dev.stile.protocol.Level;
import dev.stile.protocol.NetworkPrefix;
import dev.stile.protocol.Purpose;
import dev.stile.protocol.Refusal;
import dev.stile.protocol.Secret;
import dev.stile.request.SentForm;
import dev.stile.request.SentForm.NotKept;
import dev.stile.request.SentForm.Reason;
import dev.stile.wire.Scene;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A38, A44: which body is read, and which is not even looked at. */
class FormJudgeTest {
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final FormIntake NOTHING = new FormIntake.Decided(SentForm.NONE);
    private static final FormIntake FOREIGN = new FormIntake.Decided(new NotKept(Reason.FOREIGN));
    private static final FormIntake UNKEPT = new FormIntake.Decided(new NotKept(Reason.UNKEPT));

    private final Decision challenged = new Decision(
            "REF",
            new Verdict.Challenged(
                    challenge(), TestRequest.page().facts().target(), ChallengeReason.ALWAYS, NoScript.EXPLAINED),
            true,
            Findings.NONE);

    private static Challenge challenge() {
        KeyRing keys = new KeyRing(List.of(Secret.of(Scene.SECRET)), "", Scene.EPOCH);
        return new ChallengeIssuer(keys, 60)
                .issue(
                        Purpose.GATE,
                        new Difficulty(4, 1),
                        Level.ONE,
                        new Host(Scene.HOST),
                        NetworkPrefix.UNKNOWN,
                        Scene.NOW);
    }

    /** What a form of this origin sends. */
    private static TestRequest form() {
        return TestRequest.page()
                .method("POST")
                .header("Sec-Fetch-Site", "same-origin")
                .header("Origin", "https://example.org")
                .header("Content-Type", FORM)
                .header("Content-Length", "7");
    }

    private static TestRequest byOrigin(String... origins) {
        return form().header("Sec-Fetch-Site").header("Origin", origins);
    }

    private FormIntake judge(TestRequest request) {
        return FormJudge.judge(request.facts(), challenged);
    }

    @Test
    void judge_formOfThisOrigin_isAwaited() {
        assertThat(judge(form())).isEqualTo(new FormIntake.Awaited(FORM, OptionalLong.of(7)));
    }

    @Test
    void judge_noLength_isAwaitedUntilItsEnd() {
        assertThat(judge(form().header("Content-Length")))
                .isEqualTo(new FormIntake.Awaited(FORM, OptionalLong.empty()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "multipart/form-data; boundary=----WebKitFormBoundary0123456789abcdef",
                "text/plain",
                "Text/Plain;charset=UTF-8",
                "application/x-www-form-urlencoded; charset=windows-1252"
            })
    void judge_everyTypeOfForm_isAwaitedAsItWasSent(String type) {
        assertThat(judge(form().header("Content-Type", type)))
                .isEqualTo(new FormIntake.Awaited(type, OptionalLong.of(7)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "application/json",
                "multipart/form-data2",
                "multipart/mixed; boundary=a",
                "text/html",
                ";text/plain",
                "text/plain;\u00e9",
                "text/plain;\u0001"
            })
    void judge_typeThatIsNoForm_isNotKept(String type) {
        assertThat(judge(form().header("Content-Type", type))).isEqualTo(UNKEPT);
    }

    @Test
    void judge_noTypeOrTwo_isNotKept() { // A14
        assertThat(judge(form().header("Content-Type"))).isEqualTo(UNKEPT);
        assertThat(judge(form().header("Content-Type", FORM, FORM))).isEqualTo(UNKEPT);
    }

    @Test
    void judge_longestTypeAndOneMore_isTheBound() { // A13
        String longest = "text/plain;" + "a".repeat(SentForm.MAX_TYPE_LENGTH - 11);

        assertThat(judge(form().header("Content-Type", longest))).isInstanceOf(FormIntake.Awaited.class);
        assertThat(judge(form().header("Content-Type", longest + "a"))).isEqualTo(UNKEPT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-1", "+7", "7 ", "0x7", "1000000000000000000", "\u0667"})
    void judge_lengthThatIsNone_isNotKept(String length) {
        assertThat(judge(form().header("Content-Length", length))).isEqualTo(UNKEPT);
    }

    @Test
    void judge_encodedBodyOrTwoLengths_isNotKept() { // A14, A16
        assertThat(judge(form().header("Content-Encoding", "gzip"))).isEqualTo(UNKEPT);
        assertThat(judge(form().header("Content-Length", "7", "7"))).isEqualTo(UNKEPT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"cross-site", "same-site", "none", "", "Same-Origin", "same-origin, same-origin"})
    void judge_formOfAnotherSite_isForeignWhateverItsOrigin(String site) { // A44
        assertThat(judge(form().header("Sec-Fetch-Site", site))).isEqualTo(FOREIGN);
    }

    @Test
    void judge_siteSaidTwice_isForeign() { // A14, A44
        assertThat(judge(form().header("Sec-Fetch-Site", "same-origin", "same-origin")))
                .isEqualTo(FOREIGN);
    }

    @Test
    void judge_neitherHeader_isForeign() { // A44: unlike a proof, which no page of another site can send
        assertThat(judge(byOrigin())).isEqualTo(FOREIGN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://example.org", "https://example.org:443"})
    void judge_noSiteButThisOrigin_isAwaited(String origin) {
        assertThat(judge(byOrigin(origin))).isInstanceOf(FormIntake.Awaited.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://example.org", "HTTP://example.org:80"})
    void judge_noSiteAndAPlainPageOfThisHost_isForeignToAnEncryptedConnectionAlone(String origin) { // A44
        assertThat(judge(byOrigin(origin))).isEqualTo(FOREIGN);
        assertThat(judge(byOrigin(origin).plain())).isInstanceOf(FormIntake.Awaited.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "", "https://evil.example", "https://example.org:8443", "https://example.org/"})
    void judge_noSiteAndAnotherOrigin_isForeign(String origin) { // A44
        assertThat(judge(byOrigin(origin))).isEqualTo(FOREIGN);
    }

    @Test
    void judge_twoOrigins_isForeign() { // A14, A44
        assertThat(judge(byOrigin("https://example.org", "https://example.org")))
                .isEqualTo(FOREIGN);
    }

    @Test
    void judge_foreignAndNoForm_isForeign() {
        assertThat(judge(form().header("Sec-Fetch-Site", "cross-site").header("Content-Type", "application/json")))
                .isEqualTo(FOREIGN);
    }

    @ParameterizedTest
    @CsvSource({"GET,navigate", "HEAD,navigate", "PUT,navigate", "POST,cors", "POST,no-cors"})
    void judge_anythingButAPostThatIsShown_isNoForm(String method, String mode) { // A39
        assertThat(judge(form().method(method).header("Sec-Fetch-Mode", mode))).isEqualTo(NOTHING);
    }

    @Test
    void judge_monitored_leavesTheBodyToTheApplication() {
        Decision monitored = new Decision("REF", challenged.verdict(), false, Findings.NONE);

        assertThat(FormJudge.judge(form().facts(), monitored)).isEqualTo(NOTHING);
    }

    @Test
    void judge_deniedOrLetThrough_isNoForm() {
        Decision denied = Decision.of("REF", new Verdict.Refused(Refusal.DENIED));
        Decision allowed = Decision.of("REF", new Verdict.Allowed(AllowReason.CALM));

        assertThat(FormJudge.judge(form().facts(), denied)).isEqualTo(NOTHING);
        assertThat(FormJudge.judge(form().facts(), allowed)).isEqualTo(NOTHING);
    }
}
