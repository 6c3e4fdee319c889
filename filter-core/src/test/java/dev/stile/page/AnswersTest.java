package dev.stile.page;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.stile.gate.ChallengeReason;
import dev.stile.gate.Decision;
import dev.stile.gate.NoScript;
import dev.stile.gate.OperatorQuestion;
import dev.stile.gate.PassLeft;
import dev.stile.gate.Verdict;
import dev.stile.gate.WaitVerdict;
import dev.stile.gate.WithheldReason;
import dev.stile.protocol.BrowserFamily;
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
import dev.stile.protocol.SignedPass;
import dev.stile.protocol.Target;
import dev.stile.protocol.WaitIssuer;
import dev.stile.protocol.WaitVerifier;
import dev.stile.request.ApplicationFacts;
import dev.stile.request.ClientAddress;
import dev.stile.request.Endpoint;
import dev.stile.request.FormBody;
import dev.stile.request.RequestFacts;
import dev.stile.request.SentForm;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class AnswersTest {
    private static final Host HOST = new Host("example.org");
    private static final Target TARGET = new Target("/a?q=\"'><script>alert(1)</script>&x");
    private static final Challenge CHALLENGE = new ChallengeIssuer(
                    new KeyRing(List.of(Secret.of(new byte[32])), "", new byte[0]), 60)
            .issue(Purpose.GATE, new Difficulty(14, 16), Level.TWO, HOST, NetworkPrefix.UNKNOWN, 1_800_000_000L);

    private final Answers answers = new Answers(
            429,
            Appearance.OURS,
            "/app/.stile",
            "tag",
            new BrowserFiles(Appearance.OURS),
            question -> question instanceof OperatorQuestion.State
                    ? Optional.of(Tree.Members.NONE.with("path", "<script>"))
                    : Optional.empty());

    private Answer answer(Verdict verdict, Endpoint endpoint, String path, Map<String, String> headers) {
        return answer(verdict, endpoint, path, headers, SentForm.NONE);
    }

    private Answer answer(Verdict verdict, Endpoint endpoint, String path, Map<String, String> headers, SentForm form) {
        RequestFacts facts = new RequestFacts(
                endpoint,
                form == SentForm.NONE ? "GET" : "POST",
                path,
                "",
                TARGET,
                HOST,
                false,
                ClientAddress.parse("192.0.2.1"),
                name -> headers.containsKey(name) ? List.of(headers.get(name)) : List.of(),
                List.of(),
                ApplicationFacts.NONE);
        return answers.to(facts, Decision.of("REF", verdict), form);
    }

    private Answer challenged(Map<String, String> headers) {
        Verdict verdict = new Verdict.Challenged(CHALLENGE, TARGET, ChallengeReason.SUSPICION, NoScript.EXPLAINED);
        return answer(verdict, Endpoint.PAGE, "/a", headers);
    }

    private Answer challenged(SentForm form) {
        Verdict verdict = new Verdict.Challenged(CHALLENGE, TARGET, ChallengeReason.SUSPICION, NoScript.EXPLAINED);
        return answer(verdict, Endpoint.PAGE, "/a", Map.of("Accept", "text/html"), form);
    }

    private static String text(Answer answer) {
        return new String(answer.body(), StandardCharsets.UTF_8);
    }

    private static JsonNode json(Answer answer) throws IOException {
        return new ObjectMapper().readTree(answer.body());
    }

    @Test
    void challenged_navigation_isAPageThatNoCacheKeepsAndNoOtherSiteFrames() {
        Answer page = challenged(Map.of("Accept", "text/html"));

        assertThat(page.status()).isEqualTo(429);
        assertThat(page.headers())
                .containsEntry("Content-Type", "text/html;charset=utf-8")
                .containsEntry("Cache-Control", "no-store")
                .containsEntry("Stile-Verdict", "challenge")
                .containsEntry("Referrer-Policy", "same-origin")
                .containsEntry("X-Content-Type-Options", "nosniff")
                .doesNotContainKey("Retry-After");
        assertThat(page.headers().get("Content-Security-Policy"))
                .contains("default-src 'none'", "frame-ancestors 'self'")
                .doesNotContain("unsafe");
    }

    @Test
    void challenged_navigation_escapesWhatTheClientSent_A19() {
        assertThat(text(challenged(Map.of("Accept", "text/html"))))
                .contains("data-target=\"/a?q=&quot;&#39;&gt;&lt;script&gt;alert(1)&lt;/script&gt;&amp;x\"")
                .doesNotContain("<script>alert");
    }

    @Test
    void challenged_navigation_holdsChallengeReferenceAndFiles() {
        assertThat(text(challenged(Map.of("Accept", "text/html"))))
                .contains(CHALLENGE.token(), ">REF<", "tag-2", "\"/app/.stile/redeem\"")
                .containsPattern("/app/\\.stile/page-[0-9a-f]+\\.js")
                .doesNotContain("{{");
    }

    @Test
    void challenged_keptForm_isInThePageByteForByte_A38() {
        byte[] body = new byte[40_000];
        new Random(1).nextBytes(body);
        String type = "multipart/form-data; boundary=\"<'>&\"";

        Answer page = challenged(new SentForm.Kept(type, FormBody.of(body)));

        assertThat(text(page))
                .contains(
                        "<template id=\"form\" data-type=\"multipart/form-data; boundary=&quot;&lt;&#39;&gt;&amp;&quot;\" data-length=\"53336\">"
                                + Base64.getEncoder().encodeToString(body) + "</template>")
                .contains("data-form=\"kept\"")
                .containsPattern("/app/\\.stile/resend-[0-9a-f]+\\.js")
                .doesNotContain("{{");
        assertThat(page.lengthBytes()).isEqualTo(page.body().length);
        assertThat(page.pieces()).allSatisfy(piece -> assertThat(piece).isNotEmpty());
        assertThat(challenged(SentForm.NONE).pieces()).hasSize(1);
    }

    @Test
    void challenged_keptForm_isTheOnlyPageThatMaySendForms() {
        String csp = "Content-Security-Policy";
        SentForm kept = new SentForm.Kept("text/plain", FormBody.of(new byte[0]));

        assertThat(challenged(kept).headers().get(csp))
                .contains("default-src 'none'; script-src 'self';", "base-uri 'none'; frame-ancestors 'self'")
                .doesNotContain("form-action");
        assertThat(challenged(new SentForm.NotKept(SentForm.Reason.LARGE))
                        .headers()
                        .get(csp))
                .contains("form-action 'none';");
        assertThat(challenged(SentForm.NONE).headers().get(csp)).contains("form-action 'none';");
    }

    @ParameterizedTest
    @CsvSource({
        "LARGE, What you sent is too large to be kept during the check., true",
        "UNKEPT, What you sent cannot be kept during the check., true",
        "FOREIGN, What you sent does not seem to come from a page of this site., false"
    })
    void challenged_formThatIsNotKept_saysSo(SentForm.Reason reason, String sentence, boolean works) { // A38, A44
        Answer page = challenged(new SentForm.NotKept(reason));

        assertThat(page.status()).isEqualTo(429);
        assertThat(page.headers()).containsEntry("Stile-Verdict", "challenge");
        assertThat(text(page)).contains("<strong>" + sentence + "</strong>").doesNotContain("<template");
        assertThat(text(page).contains("/resend-")).isEqualTo(works);
        assertThat(text(page).contains(CHALLENGE.token())).isEqualTo(works);
    }

    @Test
    void challenged_programThatPosts_getsAProblem() throws IOException { // A39
        Verdict verdict = new Verdict.Challenged(CHALLENGE, TARGET, ChallengeReason.SUSPICION, NoScript.EXPLAINED);
        Answer problem = answer(verdict, Endpoint.PAGE, "/a", Map.of(), SentForm.NONE);

        assertThat(json(problem).get("challenge").asText()).isEqualTo(CHALLENGE.token());
    }

    @Test
    void challenged_anythingElse_isAProblemWithTheChallengeInside() throws IOException {
        Answer problem = challenged(Map.of("Accept", "application/json"));

        assertThat(problem.headers())
                .containsEntry("Content-Type", "application/problem+json")
                .containsEntry("Stile-Verdict", "challenge");
        assertThat(json(problem).get("type").asText()).isEqualTo("tag:stile.dev,2026:challenge");
        assertThat(json(problem).get("status").asInt()).isEqualTo(429);
        assertThat(json(problem).get("reason").asText()).isEqualTo("suspicion");
        assertThat(json(problem).get("reference").asText()).isEqualTo("REF");
        assertThat(json(problem).get("challenge").asText()).isEqualTo(CHALLENGE.token());
        assertThat(json(problem).get("target").asText()).isEqualTo(TARGET.text());
        assertThat(json(problem).get("redeem").asText()).isEqualTo("/app/.stile/redeem");
    }

    @ParameterizedTest
    @EnumSource(Refusal.class)
    void refused_withAnyReason_isAProblemThatNoCacheKeeps(Refusal reason) throws IOException {
        Answer refusal = answer(new Verdict.Refused(reason), Endpoint.REDEEM, "/.stile/redeem", Map.of());

        assertThat(refusal.status()).isEqualTo(reason.status());
        assertThat(refusal.headers())
                .containsEntry("Content-Type", "application/problem+json")
                .containsEntry("Cache-Control", "no-store")
                .containsEntry("Stile-Verdict", "refuse");
        assertThat(json(refusal).get("reason").asText()).isEqualTo(reason.token());
        assertThat(json(refusal).get("type").asText()).isEqualTo("tag:stile.dev,2026:refuse");
    }

    @Test
    void refused_methodOfRedeem_namesTheAllowedOne() {
        Answer refusal = answer(new Verdict.Refused(Refusal.WRONG_METHOD), Endpoint.REDEEM, "/.stile/redeem", Map.of());

        assertThat(refusal.headers()).containsEntry("Allow", "POST");
    }

    @Test
    void refused_deniedNavigation_isAPageThatNamesTheReference() {
        Answer page =
                answer(new Verdict.Refused(Refusal.DENIED), Endpoint.PAGE, "/a", Map.of("Sec-Fetch-Mode", "navigate"));

        assertThat(page.status()).isEqualTo(403);
        assertThat(page.headers())
                .containsEntry("Content-Type", "text/html;charset=utf-8")
                .containsEntry("Stile-Verdict", "refuse")
                .containsEntry("Cache-Control", "no-store")
                .containsKey("Content-Security-Policy");
        assertThat(new String(page.body(), UTF_8)).contains(">REF</code>").doesNotContain("{{", "<script");
    }

    @Test
    void refused_deniedScript_isAProblem() {
        Answer problem = answer(new Verdict.Refused(Refusal.DENIED), Endpoint.PAGE, "/a", Map.of());

        assertThat(problem.status()).isEqualTo(403);
        assertThat(problem.headers()).containsEntry("Content-Type", "application/problem+json");
        assertThat(new String(problem.body(), UTF_8)).contains("\"reason\":\"denied\"");
    }

    @Test
    void served_toABrowserThatTakesGzip_isCompressedAndKeptForGood() {
        String name = new BrowserFiles(Appearance.OURS)
                .paths("")
                .getOrDefault("page.js", "")
                .substring(1);
        Map<String, String> headers = Map.of("Accept-Encoding", "gzip, br");
        Answer file = answer(new Verdict.Served(), Endpoint.FILE, "/.stile/" + name, headers);

        assertThat(file.status()).isEqualTo(200);
        assertThat(file.headers())
                .containsEntry("Content-Type", "text/javascript;charset=utf-8")
                .containsEntry("Content-Encoding", "gzip")
                .containsEntry("Vary", "Accept-Encoding")
                .containsEntry("Cache-Control", "public, max-age=31536000, immutable");
    }

    @Test
    void served_worker_isTheOneFileThatMayCompileWebAssembly() {
        Map<String, String> paths = new BrowserFiles(Appearance.OURS).paths("/.stile");

        assertThat(paths.keySet()).contains("worker.js", "scalar.js", "page.js", "solver.js", "client.js");
        assertThat(paths.keySet().stream()
                        .filter(name -> served(paths.getOrDefault(name, ""))
                                .headers()
                                .getOrDefault("Content-Security-Policy", "")
                                .contains("script-src 'self' 'wasm-unsafe-eval';")))
                .containsExactly("worker.js");
    }

    private Answer served(String path) {
        return answer(new Verdict.Served(), Endpoint.FILE, path, Map.of());
    }

    private Answer told(OperatorQuestion question, Map<String, String> headers) {
        return answer(new Verdict.Told(question), Endpoint.OPERATOR, "/.stile/operator/x", headers);
    }

    @Test
    void told_toAProgram_isJsonThatNoCacheKeeps() {
        Answer json = told(new OperatorQuestion.State(), Map.of("Accept", "*/*"));

        assertThat(json.status()).isEqualTo(200);
        assertThat(json.headers())
                .containsEntry("Content-Type", "application/json")
                .containsEntry("Cache-Control", "no-store")
                .containsEntry("X-Content-Type-Options", "nosniff");
        assertThat(text(json)).isEqualTo("{\"path\":\"\\u003cscript\\u003e\"}\n");
    }

    @Test
    void told_toABrowser_isAPageWithoutScriptThatNobodyFrames() { // A19
        Answer page = told(new OperatorQuestion.State(), Map.of("Accept", "text/html"));

        assertThat(page.headers())
                .containsEntry("Content-Type", "text/html;charset=utf-8")
                .containsEntry("Cache-Control", "no-store")
                .containsEntry(
                        "Content-Security-Policy",
                        "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'");
        assertThat(text(page)).contains("&lt;script&gt;").doesNotContain("<script");
    }

    @Test
    void told_decisionThatIsNotRemembered_isNotFound() {
        assertThat(told(new OperatorQuestion.OneDecision("A"), Map.of()).status())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({"INSECURE, 403, insecure", "NO_TOKEN, 401, no-token", "WRONG_TOKEN, 401, wrong-token"})
    void withheld_withAnyReason_isAProblemThatNoCacheKeeps(WithheldReason reason, int status, String token)
            throws IOException {
        Answer problem = answer(new Verdict.Withheld(reason), Endpoint.OPERATOR, "/.stile/operator/state", Map.of());

        assertThat(problem.status()).isEqualTo(status);
        assertThat(problem.headers())
                .containsEntry("Content-Type", "application/problem+json")
                .containsEntry("Cache-Control", "no-store");
        assertThat(json(problem).get("reason").asText()).isEqualTo(token);
    }

    @Test
    void withheld_withoutTheToken_saysHowToShowIt() {
        Answer problem = answer(
                new Verdict.Withheld(WithheldReason.NO_TOKEN), Endpoint.OPERATOR, "/.stile/operator/state", Map.of());

        assertThat(problem.headers().get("WWW-Authenticate"))
                .startsWith("Basic ")
                .contains("Bearer ");
    }

    @Test
    void withheld_onAnInsecureConnection_doesNotAskForTheToken() {
        Answer problem = answer(
                new Verdict.Withheld(WithheldReason.INSECURE), Endpoint.OPERATOR, "/.stile/operator/state", Map.of());

        assertThat(problem.headers()).doesNotContainKey("WWW-Authenticate");
    }

    private Answer fromWait(WaitVerdict verdict) {
        RequestFacts facts = new RequestFacts(
                Endpoint.WAIT,
                "GET",
                "/.stile/wait",
                "token=T&target=/",
                new Target("/app/.stile/wait?token=T&target=/"),
                HOST,
                false,
                ClientAddress.parse("192.0.2.1"),
                name -> name.equals("Accept") ? List.of("text/html") : List.of(),
                List.of(),
                ApplicationFacts.NONE);
        return answers.to(facts, Decision.of("REF", verdict), SentForm.NONE);
    }

    @Test
    void challenged_withAWait_leadsOnOnlyWithoutScripts() { // A19
        NoScript wait = new NoScript.Wait("T", 5);
        Verdict verdict = new Verdict.Challenged(CHALLENGE, TARGET, ChallengeReason.ALWAYS, wait);
        String page = text(answer(verdict, Endpoint.PAGE, "/a", Map.of("Accept", "text/html")));

        String link =
                "/app/.stile/wait?token=T&amp;target=%2Fa%3Fq%3D%22%27%3E%3Cscript%3Ealert%281%29%3C%2Fscript%3E%26x";
        assertThat(page)
                .contains("<noscript><meta http-equiv=\"refresh\" content=\"5;url=" + link + "\"></noscript>")
                .contains("<a href=\"" + link + "\">Continue</a></p></noscript>");
        assertThat(page.split("http-equiv", -1)).hasSize(2);
    }

    @Test
    void waited_leadsToTheSightOfThePass() { // A17, A18, A41
        KeyRing keys = new KeyRing(List.of(Secret.of(new byte[32])), "", new byte[0]);
        WaitIssuer issuer = new WaitIssuer(keys, 60);
        String token = issuer.begin(HOST, NetworkPrefix.UNKNOWN, 0);
        SignedPass pass = new WaitVerifier(keys)
                .verify(token, new WaitVerifier.Context(HOST, NetworkPrefix.UNKNOWN, 1, 1))
                .passed()
                .map(wait -> issuer.issue(wait, BrowserFamily.OTHER, NetworkPrefix.UNKNOWN, 1))
                .orElseThrow();
        Answer answer = fromWait(new WaitVerdict.Waited(Optional.of(pass), TARGET));

        assertThat(answer.status()).isEqualTo(303);
        assertThat(answer.pass()).contains(pass);
        assertThat(answer.body()).isEmpty();
        assertThat(answer.headers())
                .containsEntry("Cache-Control", "no-store")
                .containsEntry("Referrer-Policy", "same-origin")
                .containsEntry(
                        "Location",
                        "/app/.stile/waited?target=%2Fa%3Fq%3D%22%27%3E%3Cscript%3Ealert%281%29%3C%2Fscript%3E%26x");
    }

    @Test
    void arrived_leadsToTheTargetAndSetsNothing() { // A17
        Answer answer = fromWait(new WaitVerdict.Arrived(TARGET));

        assertThat(answer.status()).isEqualTo(303);
        assertThat(answer.pass()).isEmpty();
        assertThat(answer.headers())
                .containsEntry("Location", TARGET.text())
                .containsEntry("Cache-Control", "no-store");
    }

    @Test
    void waiting_isAPageThatGoesOnAfterTheRest() {
        Answer answer = fromWait(new WaitVerdict.Waiting("T", 3, new Target("/a")));

        assertThat(answer.status()).isEqualTo(429);
        assertThat(answer.headers())
                .containsEntry("Cache-Control", "no-store")
                .containsEntry("Retry-After", "3")
                .containsKey("Content-Security-Policy");
        assertThat(text(answer))
                .contains("content=\"3;url=/app/.stile/wait?token=T&amp;target=%2Fa\"")
                .contains("<a href=\"/app/.stile/wait?token=T&amp;target=%2Fa\">Continue</a>");
    }

    @ParameterizedTest
    @CsvSource({
        "NO_COOKIE, Cookies are off.",
        "'SPENT', 'Without JavaScript, only a few pages at a time are open to your network.'",
        "WRONG_NETWORK, Your connection changed on the way.",
        "EXPIRED, This took too long.",
        "UNAVAILABLE, The site is busy.",
        "FORGED, The site did not accept the result.",
        "UNKNOWN_KEY, The site did not accept the result."
    })
    void stranded_saysOneSentenceAndLeadsNowhereByItself(Refusal reason, String sentence) { // A19, A36
        Answer answer = fromWait(new WaitVerdict.Stranded(reason, Optional.of(TARGET)));

        assertThat(answer.status()).isEqualTo(reason.status());
        assertThat(answer.headers())
                .containsEntry("Stile-Verdict", "refuse")
                .containsEntry("Cache-Control", "no-store")
                .doesNotContainKey("Location");
        assertThat(text(answer))
                .contains("<strong>" + sentence + "</strong>")
                .contains("<a href=\"/a?q=&quot;&#39;&gt;&lt;script&gt;alert(1)&lt;/script&gt;&amp;x\">Try again</a>")
                .contains("REF")
                .doesNotContain("http-equiv", "<script");
    }

    @Test
    void stranded_withoutATarget_hasNoLink() {
        assertThat(text(fromWait(new WaitVerdict.Stranded(Refusal.BAD_TARGET, Optional.empty()))))
                .contains("The site did not accept the result.")
                .doesNotContain("<a ");
    }

    @Test
    void stranded_byAProgram_isAProblem() throws IOException {
        Verdict verdict = new WaitVerdict.Stranded(Refusal.FORGED, Optional.of(TARGET));
        JsonNode problem = json(answer(verdict, Endpoint.WAIT, "/.stile/wait", Map.of()));

        assertThat(problem.required("reason").textValue()).isEqualTo("forged");
    }

    @Test
    void stranded_byAnotherMethod_namesTheAllowedOnes() {
        Answer answer = fromWait(new WaitVerdict.Stranded(Refusal.WRONG_METHOD, Optional.empty()));

        assertThat(answer.status()).isEqualTo(405);
        assertThat(answer.headers()).containsEntry("Allow", "GET, HEAD");
    }

    private Answer client(Map<String, String> headers) {
        return answer(new Verdict.Served(), Endpoint.FILE, "/.stile/client.js", headers);
    }

    @Test
    void served_clientOfANameThatStays_isAskedForAnewByItsTag() {
        Answer plain = client(Map.of());
        Answer zipped = client(Map.of("Accept-Encoding", "gzip"));

        assertThat(plain.headers())
                .containsEntry("Cache-Control", "no-cache")
                .containsEntry("Vary", "Accept-Encoding")
                .containsEntry("Content-Type", "text/javascript;charset=utf-8");
        assertThat(plain.headers().get("ETag")).matches("\"[0-9a-f]{16}\"");
        assertThat(zipped.headers().get("ETag")).matches("\"[0-9a-f]{16}-gzip\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"%s", "W/%s", "\"other\", %s", "*"})
    void served_clientThatTheBrowserHas_isNotSentAgain(String header) {
        String tag = client(Map.of()).headers().get("ETag");
        Answer answer = client(Map.of("If-None-Match", header.formatted(tag)));

        assertThat(answer.status()).isEqualTo(304);
        assertThat(answer.body()).isEmpty();
        assertThat(answer.headers())
                .containsOnlyKeys("ETag", "Cache-Control", "Vary")
                .containsEntry("ETag", tag);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\"\"", "%s-gzip", "\"0123456789abcdef\"", "\u0000", ",,,"})
    void served_clientThatTheBrowserHasOtherwise_isSent(String header) {
        String tag = client(Map.of()).headers().get("ETag");
        assertThat(client(Map.of("If-None-Match", header.formatted(tag))).status())
                .isEqualTo(200);
    }

    @Test
    void served_hashedFile_hasNoTag() {
        String page = text(challenged(Map.of("Accept", "text/html")));
        Matcher name = Pattern.compile("/app(/\\.stile/page-[0-9a-f]+\\.js)").matcher(page);
        assertThat(name.find()).isTrue();
        assertThat(answer(new Verdict.Served(), Endpoint.FILE, name.group(1), Map.of("If-None-Match", "*"))
                        .headers())
                .doesNotContainKey("ETag")
                .containsEntry("Cache-Control", "public, max-age=31536000, immutable");
    }

    @Test
    void probed_saysWhatIsLeftAndNoCacheKeepsIt_A41() {
        Answer probed = answers.probed(Optional.of(new PassLeft(Level.TWO, 1740, 280)));

        assertThat(probed.status()).isEqualTo(204);
        assertThat(probed.body()).isEmpty();
        assertThat(probed.headers())
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "Cache-Control", "no-store",
                        "Stile-Verdict", "allow",
                        "Stile-Pass", "level=2, seconds=1740, requests=280"));
    }

    @Test
    void probed_withoutAPass_saysNothingOfOne() {
        assertThat(answers.probed(Optional.empty()).headers())
                .doesNotContainKey("Stile-Pass")
                .containsEntry("Stile-Verdict", "allow");
    }
}
