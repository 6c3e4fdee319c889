package dev.stile.it.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** What the integration tests take for granted of every engine. */
class BrowserTest {
    private static HttpServer server;
    private static String base;

    @BeforeAll
    static void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", BrowserTest::answer);
        server.start();
        base = "http://example.test:" + server.getAddress().getPort();
    }

    @AfterAll
    static void stop() {
        server.stop(0);
    }

    @EveryEngine
    void open_byHostName_isNoTrustworthyOrigin(Browser browser) {
        browser.open(base + "/page?a=b#c");

        assertThat(browser.currentUrl()).isEqualTo(base + "/page?a=b#c");
        assertThat(browser.title()).isEqualTo("/page");
        assertThat(browser.eval("isSecureContext")).isEqualTo(false);
    }

    @EveryEngine
    void eval_underStrictPolicy_awaitsPromisesAndCarriesJson(Browser browser) {
        browser.open(base + "/page");

        assertThat(browser.eval("Promise.resolve({ a: [1, 'x', null, true] })"))
                .isEqualTo(Map.of("a", Arrays.asList(1L, "x", null, true)));
        assertThat(browser.eval("undefined")).isNull();
        assertThatThrownBy(() -> browser.eval("Promise.reject(new Error('no'))"))
                .hasMessageContaining("no");
    }

    @EveryEngine
    void click_onALink_goesThereAndBack(Browser browser) {
        browser.open(base + "/page");
        browser.click("#link");
        browser.until("linked", page -> page.title().equals("/linked"));
        browser.back();
        browser.until("back", page -> page.title().equals("/page"));

        assertThat(browser.currentUrl()).isEqualTo(base + "/page");
    }

    @EveryEngine
    void tabs_ofOneBrowser_shareCookies(Browser browser) {
        browser.open(base + "/page");
        String first = browser.tab();
        browser.newTab();
        browser.open(base + "/other");

        assertThat(browser.text("#cookie")).isEqualTo("visited=1");
        browser.switchTo(first);
        assertThat(browser.title()).isEqualTo("/page");
    }

    @EveryEngine
    void forget_afterAVisit_leavesNothing(Browser browser) {
        browser.open(base + "/page");
        browser.eval("localStorage.setItem('visited', '1')");
        browser.resize(500, 400);
        browser.forget();
        browser.open(base + "/page");

        assertThat(browser.text("#cookie")).isEqualTo("none");
        assertThat(browser.eval("localStorage.length")).isEqualTo(0L);
        assertThat(browser.eval("innerWidth >= 1000")).isEqualTo(true);
    }

    @EveryEngine
    void deleteCookies_betweenRequests_sendsNone(Browser browser) {
        browser.open(base + "/page");
        browser.deleteCookies();
        browser.reload();

        assertThat(browser.text("#cookie")).isEqualTo("none");
    }

    @EveryEngine
    void resize_toATablet_givesThePageThatSize(Browser browser) {
        browser.open(base + "/page");
        browser.resize(600, 700);

        browser.until("600 by 700", page -> List.of(600L, 700L).equals(page.eval("[innerWidth, innerHeight]")));
    }

    @EveryEngine
    void screenshot_ofAPage_isPng(Browser browser) {
        browser.open(base + "/page");

        assertThat(browser.screenshot()).startsWith(0x89, 'P', 'N', 'G');
    }

    @EveryEngine
    void console_whereShown_holdsWhatThePageWrote(Browser browser) {
        browser.open(base + "/page");

        if (browser.engine().showsConsole()) {
            browser.until("console", page -> page.console().stream().anyMatch(line -> line.contains("written")));
        } else {
            assertThat(browser.console()).isEmpty();
        }
    }

    @EveryEngine(Setting.SCRIPTS_OFF)
    void scriptsOff_page_showsNoscriptAndCanStillBeAsked(Browser browser) {
        browser.open(base + "/page");

        assertThat(browser.text("#scripts")).isEqualTo("off");
        assertThat(browser.text("noscript p")).isEqualTo("no scripts");
        assertThat(browser.eval("document.title")).isEqualTo("/page");
        browser.click("#link");
        browser.until("linked", page -> page.title().equals("/linked"));
    }

    @EveryEngine(Setting.COOKIES_OFF)
    void cookiesOff_reload_sendsNone(Browser browser) {
        browser.open(base + "/page");
        browser.reload();

        assertThat(browser.text("#cookie")).isEqualTo("none");
        assertThat(browser.eval("(document.cookie = 'a=b', document.cookie)")).isEqualTo("");
    }

    @EveryEngine(Setting.DARK)
    void dark_page_isAskedForADarkScheme(Browser browser) {
        browser.open(base + "/page");

        assertThat(browser.eval("matchMedia('(prefers-color-scheme: dark)').matches"))
                .isEqualTo(true);
    }

    @EveryEngine
    void userAgent_withoutSettings_isAnOrdinaryVisitors(Browser browser) {
        browser.open(base + "/page");

        assertThat((String) browser.eval("navigator.userAgent"))
                .startsWith("Mozilla/5.0")
                .doesNotContain("Headless");
    }

    private static void answer(HttpExchange exchange) throws IOException {
        if (exchange.getRequestURI().getPath().equals("/favicon.ico")) {
            // Asked for at some time after the page has loaded: it must not set the cookie again.
            exchange.sendResponseHeaders(404, -1);
            exchange.close();
            return;
        }
        boolean script = exchange.getRequestURI().getPath().endsWith(".js");
        String cookie = exchange.getRequestHeaders()
                .getOrDefault("Cookie", List.of("none"))
                .get(0);
        byte[] body = (script ? SCRIPT : PAGE.formatted(exchange.getRequestURI().getPath(), cookie))
                .getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", script ? "text/javascript" : "text/html; charset=utf-8");
        exchange.getResponseHeaders().set("Set-Cookie", "visited=1; Path=/");
        exchange.getResponseHeaders().set("Content-Security-Policy", "default-src 'none'; script-src 'self'");
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private static final String SCRIPT = """
            document.getElementById("scripts").textContent = "on";
            console.info("written by the page");
            """;

    private static final String PAGE = """
            <!doctype html>
            <html lang="en">
            <meta name="viewport" content="width=device-width">
            <title>%s</title>
            <p id="cookie">%s</p>
            <p id="scripts">off</p>
            <noscript><p>no scripts</p></noscript>
            <a id="link" href="/linked">link</a>
            <script src="/script.js"></script>
            </html>
            """;
}
