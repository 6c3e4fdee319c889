package dev.stile.it.war;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The interstitial as it is served: status and headers, and what its HTML may not hold. */
abstract class PageContract {
    private static final Pattern REFERENCE = Pattern.compile("reference=([0-9A-Z]{10}) .* verdict=challenge");
    private static final String PROBLEM = "application/problem+json";

    abstract RunningServer server();

    private App app() {
        return server().running(Wars.always());
    }

    private WireResponse page() {
        return app().get("/index.html", HeaderSets.FIREFOX);
    }

    @Test
    void page_ofNavigation_hasItsStatusAndHeaders() {
        WireResponse page = page();

        assertThat(page.status()).isEqualTo(429);
        assertThat(page.header("content-type").replace(" ", "")).isEqualToIgnoringCase("text/html;charset=utf-8");
        assertThat(page.header("content-length")).isEqualTo(String.valueOf(page.body().length));
        assertThat(page.header("content-language")).isEqualTo("en");
        assertThat(page.verdict()).isEqualTo("challenge");
        assertThat(page.header("cache-control")).isEqualTo("no-store");
        assertThat(page.header("referrer-policy")).isEqualTo("same-origin");
        assertThat(page.header("x-content-type-options")).isEqualTo("nosniff");
        assertThat(page.header("x-frame-options")).isEqualTo("SAMEORIGIN");
        assertThat(page.header("x-robots-tag")).isEqualTo("noindex");
        assertThat(page.all("retry-after")).isEmpty();
        assertThat(page.all("set-cookie")).isEmpty();
        assertThat(page.all("location")).isEmpty();
    }

    @Test
    void a19_a20_page_ofNavigation_hasStrictPolicy() {
        assertThat(page().all("content-security-policy"))
                .containsExactly("default-src 'none'; script-src 'self'; style-src 'self'; worker-src 'self'; "
                        + "connect-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'; "
                        + "frame-ancestors 'self'");
    }

    @Test
    void a19_page_ofNavigation_hasNothingInlineAndNoThirdParty() {
        assertThat(page().text())
                .doesNotContainPattern("(?i)<style|<base|\\sstyle=|\\son[a-z]+\\s*=")
                .doesNotContainPattern("(?i)<script(?![^>]*\\ssrc=)")
                .doesNotContainPattern("(?i)(src|href|action)\\s*=\\s*\"?\\s*([a-z]+:|//)");
    }

    @Test
    void page_ofNavigation_bearsTheReferenceThatIsInTheLog() {
        app();
        try (OperatorLog log = new OperatorLog()) {
            WireResponse page = page();

            List<String> lines = log.messages("dev.stile.decisions");
            assertThat(lines).hasSize(1);
            Matcher reference = REFERENCE.matcher(lines.get(0));
            assertThat(reference.find()).isTrue();
            assertThat(page.text()).contains(reference.group(1));
        }
    }

    @Test
    void head_ofNavigation_isThePageWithoutBody() {
        WireResponse head = app().send(app().request("HEAD", "/index.html", HeaderSets.FIREFOX));

        assertThat(head.status()).isEqualTo(429);
        assertThat(head.header("content-type")).startsWith("text/html");
        assertThat(head.body()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {403, 429, 503})
    void challengeStatus_ofOption_isThatOfPageAndProblem(int status) {
        App app = server().running(Wars.always().option("challenge-status", String.valueOf(status)));

        WireResponse page = app.get("/index.html", HeaderSets.FIREFOX);
        WireResponse problem = app.get("/index.html", HeaderSets.CURL);

        assertThat(page.status()).isEqualTo(status);
        assertThat(page.all("retry-after")).isEmpty();
        assertThat(problem.status()).isEqualTo(status);
        assertThat(problem.text()).contains("\"status\":" + status);
    }

    static Stream<Map<String, String>> a39_requestOfScript_isAnsweredWithProblem() {
        return Stream.of(
                HeaderSets.FIREFOX_FETCH,
                HeaderSets.with(HeaderSets.FIREFOX, "Accept", "application/json"),
                HeaderSets.with(HeaderSets.FIREFOX, "Accept", "text/event-stream"),
                HeaderSets.with(HeaderSets.FIREFOX, "X-Requested-With", "XMLHttpRequest"),
                HeaderSets.with(HeaderSets.FIREFOX, "HX-Request", "true"),
                HeaderSets.with(HeaderSets.FIREFOX, "Sec-Fetch-Mode", "cors"),
                HeaderSets.with(HeaderSets.FIREFOX, "Sec-Fetch-Mode", "no-cors"));
    }

    @ParameterizedTest
    @MethodSource
    void a39_requestOfScript_isAnsweredWithProblem(Map<String, String> headers) {
        WireResponse response = app().get("/index.html", headers);

        assertThat(response.status()).isEqualTo(429);
        assertThat(response.header("content-type")).isEqualTo(PROBLEM);
        assertThat(response.verdict()).isEqualTo("challenge");
    }

    @Test
    void webSocketUpgrade_isAnsweredWithProblem() {
        WireResponse response = app().send(app().request("GET", "/index.html", HeaderSets.FIREFOX_FETCH)
                .with("Connection", "keep-alive, Upgrade")
                .with("Upgrade", "websocket")
                .with("Sec-WebSocket-Version", "13")
                .with("Sec-WebSocket-Key", "AAAAAAAAAAAAAAAAAAAAAA=="));

        assertThat(response.status()).isEqualTo(429);
        assertThat(response.header("content-type")).isEqualTo(PROBLEM);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUT", "DELETE", "PATCH"})
    void requestThatIsNoRead_isAnsweredWithProblem(String method) {
        WireResponse response = app().send(app().request(method, "/index.html", HeaderSets.FIREFOX)
                .withBody("application/x-www-form-urlencoded", new byte[] {'a', '=', 'b'}));

        assertThat(response.status()).isEqualTo(429);
        assertThat(response.header("content-type")).isEqualTo(PROBLEM);
    }
}
