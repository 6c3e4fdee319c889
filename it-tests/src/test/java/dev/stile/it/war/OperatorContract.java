package dev.stile.it.war;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The operator's endpoint: {@code docs/operating.md}. */
abstract class OperatorContract {
    private static final String TOKEN = "an operator's token of 32 bytes or more";
    private static final Map<String, String> OPERATOR = Map.of("Authorization", "Bearer " + TOKEN);

    abstract RunningServer server();

    private App app() {
        return server().running(Wars.guarded().option("operator-token", TOKEN));
    }

    @Test
    void decision_byTheReferenceOfTheProblem_isExplained() {
        App app = app();
        String reference = app.get("/secret/page", HeaderSets.CURL).member("reference");

        WireResponse told = app.get("/.stile/operator/decisions/" + reference, OPERATOR);

        assertThat(told.status()).isEqualTo(200);
        assertThat(told.header("cache-control")).isEqualTo("no-store");
        assertThat(told.member("reference")).isEqualTo(reference);
        assertThat(told.member("verdict")).isEqualTo("challenge");
        assertThat(told.member("path")).isEqualTo("/secret/page");
        assertThat(told.text()).contains("\"scripted-agent\",\"points\":80", "\"cost\":{\"level\":1,\"bits\":");
    }

    @Test
    void decisions_ofOneVerdict_areTheNewest() {
        App app = app();
        app.get("/page", HeaderSets.FIREFOX);
        String reference = app.get("/secret/page", HeaderSets.CURL).member("reference");
        app.get("/page", HeaderSets.FIREFOX);

        WireResponse told = app.get("/.stile/operator/decisions?verdict=challenge&limit=1", OPERATOR);

        assertThat(told.member("reference")).isEqualTo(reference);
        assertThat(told.text()).startsWith("{\"decisions\":[{").containsOnlyOnce("\"reference\"");
    }

    @Test
    void state_inMonitor_countsWhatWouldHaveHappened() {
        App app =
                server().running(Wars.guarded().option("operator-token", TOKEN).option("mode", "monitor"));
        app.get("/page", HeaderSets.CURL);

        assertThat(app.get("/.stile/operator/state", OPERATOR).text())
                .startsWith("{\"mode\":\"monitor\"")
                .contains("\"unenforced\":{\"challenge/suspicion\":1}");
    }

    @Test
    void state_inABrowser_isAPage() {
        WireResponse page = app().get("/.stile/operator/state", with(HeaderSets.FIREFOX, OPERATOR));

        assertThat(page.header("content-type").replace(" ", "")).isEqualToIgnoringCase("text/html;charset=utf-8");
        assertThat(page.header("content-security-policy")).startsWith("default-src 'none'");
        assertThat(page.text()).contains("<dt>mode</dt><dd>suspicious</dd>").doesNotContain("<script");
    }

    private static Map<String, String> with(Map<String, String> some, Map<String, String> more) {
        Map<String, String> all = new TreeMap<>(some);
        all.putAll(more);
        return all;
    }

    @Test
    void withoutToken_asksForIt() {
        WireResponse asked = app().get("/.stile/operator/state", HeaderSets.CURL);

        assertThat(asked.status()).isEqualTo(401);
        assertThat(asked.header("www-authenticate")).contains("Basic", "Bearer");
        assertThat(asked.text()).doesNotContain("suspicious");
    }

    @Test
    void wrongToken_isLoggedWithoutIt() {
        App app = app();
        try (OperatorLog log = new OperatorLog()) {
            WireResponse asked =
                    app.get("/.stile/operator/state", Map.of("Authorization", "Bearer something-that-is-not-it"));

            assertThat(asked.member("reason")).isEqualTo("wrong-token");
            assertThat(log.text()).contains("reason=wrong-token").doesNotContain("something-that-is-not-it", TOKEN);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/state", "/decisions", "/decisions/0123456789", "/none"})
    void notConfigured_isAsAnythingThatDoesNotExist(String path) {
        App app = server().running(Wars.guarded());

        WireResponse nothing = app.get("/.stile/none", OPERATOR);
        WireResponse operator = app.get("/.stile/operator" + path, OPERATOR);

        assertThat(operator.status()).isEqualTo(404);
        assertThat(withoutWhatDiffers(operator)).isEqualTo(withoutWhatDiffers(nothing));
    }

    private static String withoutWhatDiffers(WireResponse response) {
        return (response.headers() + response.text())
                .replace(response.member("reference"), "")
                .replaceAll("date=[^,]*,[^,]*", "");
    }

    @Test
    void token_isNotInTheLogOfTheStart() {
        try (OperatorLog log = new OperatorLog();
                App app = server().deploy("/operated", Wars.guarded().option("operator-token", TOKEN))) {
            app.get("/.stile/operator/state", OPERATOR);
            assertThat(log.text()).contains("operator-token=configured").doesNotContain(TOKEN);
        }
    }
}
