package dev.stile.it.war;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A visitor without scripts waits instead of working, where the policy allows it. */
abstract class WaitContract {
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final Pattern REFRESH = Pattern.compile("<meta http-equiv=\"refresh\" content=\"1;url=([^\"]*)\">");
    private static final String QUERY = "/page?q=%22%3Cb%3E&r=%2F%2Fevil.example";

    private static final String WAITS = """
            mode: always
            no-script: {wait-seconds: 1, requests: 2}
            """;

    abstract RunningServer server();

    private App app() {
        return server().running(Wars.quick(Wars.readme()).file("WEB-INF/stile.yaml", WAITS));
    }

    /** Where the page leads by itself, within the application. */
    private static String wait(App app, WireResponse page) {
        Matcher refresh = REFRESH.matcher(page.text());
        assertThat(refresh.find()).isTrue();
        return within(app, refresh.group(1).replace("&amp;", "&"));
    }

    private static String within(App app, String path) {
        assertThat(path).startsWith(app.contextPath() + "/");
        return path.substring(app.contextPath().length());
    }

    /** The answer when the wait is over. */
    private static WireResponse waited(Visitor visitor, String wait) {
        await().atMost(SOON).until(() -> visitor.get(wait).status() == 303);
        return visitor.get(wait);
    }

    @Test
    void wait_thatIsOver_leadsToThePageAndSpendsItsBudget() { // A17
        App app = app();
        Visitor visitor = Visitor.of(app);
        WireResponse waited = waited(visitor, wait(app, visitor.get(QUERY)));
        assertThat(waited.header("cache-control")).isEqualTo("no-store");
        assertThat(waited.header("content-length")).isEqualTo("0");

        WireResponse arrived = visitor.get(within(app, waited.header("location")));
        assertThat(arrived.status()).isEqualTo(303);
        assertThat(arrived.all("set-cookie")).isEmpty();
        assertThat(arrived.header("location")).isEqualTo(app.contextPath() + QUERY);

        assertThat(visitor.get(QUERY).status()).isEqualTo(200);
        assertThat(visitor.get(QUERY).status()).isEqualTo(200);
        WireResponse spent = visitor.get(QUERY);
        assertThat(spent.status()).isEqualTo(429);
        assertThat(spent.text()).contains("only a few pages at a time").doesNotContain("http-equiv=\"refresh\"");
    }

    @Test
    void waited_withoutCookies_isOneSentenceAndALink() { // A36
        App app = app();
        WireResponse answer = app.get("/.stile/waited?target=" + app.contextPath() + "/page", HeaderSets.FIREFOX);

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.verdict()).isEqualTo("refuse");
        assertThat(answer.text())
                .contains("Cookies are off.", "href=\"" + app.contextPath() + "/page\"")
                .doesNotContain("http-equiv");
    }

    @Test
    void wait_withBadInput_isRefusedByAPageOrAProblem() { // A13, A17, A24
        App app = app();
        for (String query :
                new String[] {"", "?", "?token=x", "?token=%00&target=%00", "?token=x&target=//evil.example"}) {
            assertThat(app.get("/.stile/wait" + query, HeaderSets.FIREFOX).status())
                    .isEqualTo(400);
            assertThat(app.get("/.stile/wait" + query, HeaderSets.CURL).verdict())
                    .isEqualTo("refuse");
        }
        WireResponse posted =
                app.send(app.request("POST", "/.stile/wait", HeaderSets.FIREFOX).with("Content-Length", "0"));
        assertThat(posted.status()).isEqualTo(405);
        assertThat(posted.header("allow")).isEqualTo("GET, HEAD");
        assertThat(app.get("/.stile/wait/", Map.of()).status()).isEqualTo(404);
    }
}
