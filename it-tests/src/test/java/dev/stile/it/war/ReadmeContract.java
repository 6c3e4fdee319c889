package dev.stile.it.war;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the README's web.xml does as it stands, without any option. */
abstract class ReadmeContract {
    private static final String HTML = "text/html";

    abstract RunningServer server();

    private App app() {
        return server().running(Wars.readme());
    }

    @Test
    void runningFilter_ofWar_comesFromTheOneJar() {
        WireResponse response = app().get("/code-source", HeaderSets.FIREFOX);

        assertThat(response.text()).startsWith("file:").endsWith("/WEB-INF/lib/filter-core-all.jar");
    }

    @Test
    void staticPage_forBrowser_isServedUntouched() {
        WireResponse response = app().get("/index.html", HeaderSets.FIREFOX);

        assertThat(response.status()).isEqualTo(200);
        assertThat(response.text()).contains("STATIC-PAGE");
        assertThat(response.all("stile-verdict")).isEmpty();
        assertThat(response.all("set-cookie")).isEmpty();
    }

    @Test
    void welcomePage_forBrowser_isServed() {
        assertThat(app().get("/", HeaderSets.FIREFOX).text()).contains("STATIC-PAGE");
    }

    @Test
    void staticPage_forProgram_isAskedForWithProblem() {
        WireResponse response = app().get("/index.html?a=b", HeaderSets.CURL);

        assertThat(response.status()).isEqualTo(429);
        assertThat(response.header("content-type")).isEqualTo("application/problem+json");
        assertThat(response.verdict()).isEqualTo("challenge");
        assertThat(response.header("cache-control")).isEqualTo("no-store");
        assertThat(response.all("retry-after")).isEmpty();
        assertThat(response.all("set-cookie")).isEmpty();
        assertThat(response.member("type")).isEqualTo("tag:stile.dev,2026:challenge");
        assertThat(response.member("reason")).isEqualTo("suspicion");
        assertThat(response.member("target")).isEqualTo(app().contextPath() + "/index.html?a=b");
        assertThat(response.member("redeem")).isEqualTo(app().contextPath() + "/.stile/redeem");
        assertThat(response.member("reference")).matches("[0-9A-HJKMNP-TV-Z]{10}");
    }

    @Test
    void head_forProgram_isTheSameWithoutBody() {
        WireResponse get = app().get("/index.html", HeaderSets.CURL);
        WireResponse head = app().send(app().request("HEAD", "/index.html", HeaderSets.CURL));

        assertThat(head.status()).isEqualTo(429);
        assertThat(head.body()).isEmpty();
        assertThat(head.verdict()).isEqualTo("challenge");
        assertThat(head.header("content-type")).isEqualTo(get.header("content-type"));
        assertThat(head.header("content-length")).isEqualTo(get.header("content-length"));
    }

    @Test
    void head_forBrowser_isServed() {
        WireResponse head = app().send(app().request("HEAD", "/index.html", HeaderSets.FIREFOX));

        assertThat(head.status()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
    }

    @Test
    void programThatAcceptsHtml_isShownThePage() {
        WireResponse response = app().get("/index.html", HeaderSets.with(HeaderSets.CURL, "Accept", HTML));

        assertThat(response.status()).isEqualTo(429);
        assertThat(response.header("content-type")).startsWith(HTML);
    }

    @Test
    void work_ofDefaultDifficulty_buysThePage() {
        Visitor visitor = Visitor.of(app());
        WireResponse asked = app().get("/index.html", HeaderSets.CURL);

        WireResponse granted = visitor.redeem(Visitor.proof(asked));
        WireResponse page = app().send(app().request(
                        "GET",
                        "/index.html",
                        HeaderSets.with(
                                HeaderSets.without(HeaderSets.FIREFOX, "Accept-Language"),
                                "Cookie",
                                visitor.cookieHeader())));

        assertThat(granted.verdict()).isEqualTo("grant");
        assertThat(page.text()).contains("STATIC-PAGE");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "curl/8.5.0",
                "Wget/1.21.3",
                "python-requests/2.31.0",
                "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) HeadlessChrome/120.0 Safari/537.36",
                // Cyrillic Em and o.
                "\u00d0\u009c\u00d0\u00bezilla/5.0 (X11; Linux x86_64; rv:153.0) Gecko/20100101 Firefox/153.0",
                "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)",
                "Mozilla",
            })
    void a25_a26_agentOfNoBrowser_isAsked(String agent) {
        WireResponse response = app().get("/index.html", HeaderSets.with(HeaderSets.FIREFOX, "User-Agent", agent));

        assertThat(response.status()).isEqualTo(429);
        assertThat(response.verdict()).isEqualTo("challenge");
    }

    @Test
    void a25_noAgent_isAsked() {
        WireResponse response = app().get("/index.html", HeaderSets.without(HeaderSets.FIREFOX, "User-Agent"));

        assertThat(response.verdict()).isEqualTo("challenge");
    }

    /** No browser's has more than 1,024 characters. Of headers longer than 8 kB containers tell us nothing. */
    @ParameterizedTest
    @CsvSource({"1023, 200", "1024, 200", "1025, 429", "7000, 429", "10000, 400", "100000, 400"})
    void a25_longAgent_isServedUpToItsLimit(int length, int status) {
        String agent = HeaderSets.FIREFOX.get("User-Agent");
        String longAgent = agent + " ".repeat(length - agent.length() - 1) + "x";

        WireResponse response = Probe.send(
                app(),
                app().request("GET", "/index.html", HeaderSets.with(HeaderSets.FIREFOX, "User-Agent", longAgent)));

        assertThat(response.status()).isIn(status, status == 400 ? 431 : status);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/robots.txt",
                "/sitemap.xml",
                "/sitemap-1.xml",
                "/sitemap.xml.gz",
                "/.well-known/x",
                "/favicon.ico",
                "/feed.xml",
                "/healthz"
            })
    void pathForMachines_forProgram_isLeftToTheApplication(String path) {
        WireResponse response = app().get(path, Map.of());

        assertThat(response.all("stile-verdict")).isEmpty();
        assertThat(response.status()).isEqualTo(path.equals("/robots.txt") ? 200 : 404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/robots.txt/",
                "/robots.txt2",
                "/a/robots.txt",
                "/sitemap.xml.bz2",
                "/.well-knownx",
                "/x.ico",
                "/feed.xml/",
                "/a/feed.xml",
                "/Healthz"
            })
    void pathBesideThoseForMachines_forProgram_isAskedFor(String path) {
        assertThat(app().get(path, HeaderSets.CURL).verdict()).isEqualTo("challenge");
    }
}
