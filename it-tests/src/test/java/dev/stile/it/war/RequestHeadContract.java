package dev.stile.it.war;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stile.it.client.WireChallenge;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Headers that lie (A22, A23), and methods, versions and hosts that are not the usual ones (A24). */
abstract class RequestHeadContract {
    abstract RunningServer server();

    private App app() {
        return server().running(Wars.guarded());
    }

    private WireRequest secret(String method) {
        return app().request(method, "/secret/page", HeaderSets.FIREFOX);
    }

    static Stream<Map.Entry<String, String>> overrides() {
        return Stream.of(
                        List.of("X-Original-URL", "X-Rewrite-URL", "X-Original-URI", "X-Forwarded-Path", "Request-Uri"),
                        List.of("X-HTTP-Method-Override", "X-HTTP-Method", "X-Method-Override"),
                        List.of("X-Forwarded-Prefix", "X-Forwarded-Host", "X-Forwarded-Server", "X-Host"))
                .flatMap(List::stream)
                .map(name -> Map.entry(name, name.contains("Method") ? "OPTIONS" : "/open/x"));
    }

    @ParameterizedTest
    @MethodSource("overrides")
    void a22_overridingHeader_onProtectedPath_isIgnored(Map.Entry<String, String> header) {
        WireResponse response = app().send(secret("GET").with(header.getKey(), header.getValue()));

        assertThat(response.status()).isEqualTo(429);
        assertThat(response.verdict()).isEqualTo("challenge");
    }

    /** With these a method override would make a preflight of it, which goes through. */
    @Test
    void a22_methodOverride_makesNoPreflight() {
        WireResponse response = app().send(secret("POST")
                .with("X-HTTP-Method-Override", "OPTIONS")
                .with("Origin", "https://evil.example")
                .with("Access-Control-Request-Method", "GET")
                .with("Content-Length", "0"));

        assertThat(response.verdict()).isEqualTo("challenge");
    }

    @Test
    void a22_forwardedHost_isNotWhatTheChallengeIsFor() {
        WireResponse response = app().send(app().request("GET", "/secret/page", HeaderSets.FIREFOX_FETCH)
                .with("X-Forwarded-Host", "evil.example")
                .with("Forwarded", "host=evil.example;proto=https"));

        assertThat(WireChallenge.decode(response.member("challenge")).host()).isEqualTo(app().host());
    }

    @Test
    void a22_forwardedProto_makesNoSecureCookie() {
        Visitor visitor = Visitor.of(app());

        WireResponse granted = visitor.send(visitor.redemption(visitor.proof()).with("X-Forwarded-Proto", "https"));

        assertThat(granted.header("set-cookie")).startsWith("stile-").doesNotContain("Secure");
    }

    static Stream<Map.Entry<String, String>> addresses() {
        return Stream.of(
                Map.entry("X-Forwarded-For", "198.51.100.7"),
                Map.entry("X-Forwarded-For", "198.51.100.7, 203.0.113.9, 127.0.0.2"),
                Map.entry("X-Forwarded-For", "1.2.3.4, ".repeat(500) + "5.6.7.8"),
                Map.entry("X-Forwarded-For", "'; DROP TABLE--, \u00ff\u00fe, 999.999.999.999, [::1"),
                Map.entry("Forwarded", "for=198.51.100.7;by=203.0.113.43"),
                Map.entry("Forwarded", "for=\"[2001:db8::1]:4711\""),
                Map.entry("X-Real-IP", "198.51.100.7"),
                Map.entry("True-Client-IP", "198.51.100.7"),
                Map.entry("CF-Connecting-IP", "198.51.100.7"),
                Map.entry("X-Client-IP", "198.51.100.7"));
    }

    @ParameterizedTest
    @MethodSource("addresses")
    void a23_addressInAHeader_isIgnored(Map.Entry<String, String> header) {
        app();
        try (OperatorLog log = new OperatorLog()) {
            WireResponse response = app().send(secret("GET").with(header.getKey(), header.getValue()));

            assertThat(response.verdict()).isEqualTo("challenge");
            assertThat(log.messages("dev.stile.decisions"))
                    .singleElement()
                    .satisfies(line -> assertThat(line).contains(" client=127.0.0.1 "));
        }
    }

    @Test
    void a23_addressInAHeader_changesNoBinding() {
        Visitor visitor = Visitor.of(app());

        WireResponse granted =
                visitor.send(visitor.redemption(visitor.proof()).with("X-Forwarded-For", "198.51.100.7"));

        assertThat(granted.verdict()).isEqualTo("grant");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HEAD",
                "POST",
                "PUT",
                "PATCH",
                "DELETE",
                "OPTIONS",
                "TRACE",
                "CONNECT",
                "PROPFIND",
                "FOO",
                "get",
                "Get",
                "options",
                "GET-",
                "G%45T",
                "GETGETGETGETGETGETGETGETGETGETGETGETGETGETGETGETGETGETGETGETGETGETGETGETGET"
            })
    void a24_otherMethod_opensNothing(String method) {
        WireResponse response = Probe.sendInVain(app(), secret(method).with("Content-Length", "0"));

        assertThat(response.status()).isBetween(400, 501);
    }

    @ParameterizedTest
    @ValueSource(strings = {"G\u0000T", "G T", "", "\tGET", "G\u00c9T", "GET\u000b"})
    void a24_malformedMethod_opensNothing(String method) {
        Probe.sendInVain(app(), secret(method));
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "FOO", "get", "OPTIONS"})
    void a24_otherMethod_ofProgram_isAskedOnAnyPath(String method) {
        WireResponse response = Probe.send(
                app(), app().request(method, "/page", HeaderSets.CURL).with("Content-Length", "0"));

        assertThat(response.verdict()).isEqualTo("challenge");
    }

    @Test
    void a24_preflight_isLeftToTheApplication() {
        WireResponse response = app().send(secret("OPTIONS")
                .with("Origin", "https://other.example")
                .with("Access-Control-Request-Method", "PUT"));

        assertThat(response.status()).isEqualTo(200);
        assertThat(response.all("stile-verdict")).isEmpty();
    }

    /** Browsers send neither with a preflight (Fetch standard, CORS preflight). */
    @ParameterizedTest
    @CsvSource({"Cookie, a=b", "Authorization, Basic YTpi", "Content-Length, 1", "Transfer-Encoding, chunked"})
    void a24_preflightWithCredentialsOrBody_isAsked(String name, String value) {
        WireResponse response = app().send(secret("OPTIONS")
                .with("Origin", "https://other.example")
                .with("Access-Control-Request-Method", "PUT")
                .with(name, value));

        assertThat(response.verdict()).isEqualTo("challenge");
    }

    @ParameterizedTest
    @CsvSource({
        "OPTIONS, X-None",
        "OPTIONS, Origin",
        "OPTIONS, Access-Control-Request-Method",
        "GET, Origin",
        "HEAD, Access-Control-Request-Method",
        "options, Origin",
    })
    void a24_whatIsNoPreflight_isAsked(String method, String header) {
        assertThat(app().send(secret(method).with(header, "PUT")).verdict()).isEqualTo("challenge");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.0",
                "HTTP/0.9",
                "HTTP/1.2",
                "HTTP/2.0",
                "HTTP/9.9",
                "http/1.1",
                "HTTP/1.1x",
                "HTTP/",
                "FOO/1.1"
            })
    void a24_otherVersion_opensNothing(String version) {
        App app = app();

        Probe.sendInVain(
                app,
                WireRequest.ofLine("GET " + app.contextPath() + "/secret/page " + version)
                        .with("Host", app.host())
                        .with(HeaderSets.FIREFOX));
    }

    /** HTTP/0.9: a line with a method and a path, and nothing else. */
    @Test
    void a24_requestWithoutVersion_opensNothing() {
        App app = app();

        Probe.sendInVain(app, WireRequest.ofLine("GET " + app.contextPath() + "/secret/page"));
    }

    @Test
    void a24_http10WithoutHost_isAskedAndAnswered() {
        App app = app();
        String path = app.contextPath() + "/secret/page";

        WireResponse response = Probe.sendInVain(
                app, WireRequest.ofLine("GET " + path + " HTTP/1.0").with(HeaderSets.CURL));

        assertThat(response.status()).isEqualTo(429);
        assertThat(response.member("target")).isEqualTo(path);
    }

    @Test
    void a24_http10WithHost_goesTheWholeWay() {
        App app = app();
        Visitor visitor = Visitor.withPass(app);

        WireResponse response = visitor.send(WireRequest.ofLine("GET " + app.contextPath() + "/secret/page HTTP/1.0")
                .with("Host", app.host())
                .with(HeaderSets.FIREFOX));

        assertThat(response.text()).isEqualTo("SECRET-CONTENT");
    }

    @Test
    void a24_http11WithoutHost_isRefused() {
        WireRequest request =
                WireRequest.of("GET", app().contextPath() + "/secret/page").with(HeaderSets.FIREFOX);

        assertThat(Probe.sendInVain(app(), request).status()).isEqualTo(400);
    }

    @Test
    void a24_severalHosts_areRefused() {
        App app = app();
        WireRequest request =
                WireRequest.of("GET", app.contextPath() + "/secret/page").with(HeaderSets.FIREFOX);

        WireRequest same = request.with("Host", app.host()).with("Host", app.host());
        WireRequest different = request.with("Host", app.host()).with("Host", "evil.example");

        assertThat(Probe.sendInVain(app, same).status()).isEqualTo(400);
        assertThat(Probe.sendInVain(app, different).status()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "a b",
                "a\tb",
                "a/b",
                "a\\b",
                "a<b",
                "a\"b",
                "a,b",
                "a\u0080b",
                "a\u0000b",
                "user@a",
                "[::1",
                "[::1]x",
                "a:",
                "a:b",
                "a:99999",
                "a:-1",
                "%61",
                "..",
                ":80",
                "http://a/",
            })
    void a24_oddHost_opensNothing(String host) {
        WireRequest request = WireRequest.of("GET", app().contextPath() + "/secret/page")
                .with("Host", host)
                .with(HeaderSets.FIREFOX);

        assertThat(Probe.sendInVain(app(), request).status()).isIn(400, 429);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "A.EXAMPLE", "[::1]", "[::1]:8080", "a-b", "a.example."})
    void host_ofAnyUsualForm_isAskedUnderItsName(String host) {
        WireResponse response = app().send(WireRequest.of("GET", app().contextPath() + "/secret/page")
                .with("Host", host)
                .with(HeaderSets.FIREFOX));

        assertThat(response.verdict()).isEqualTo("challenge");
    }

    /** PROTOCOL §13: a host of up to 255 bytes. */
    @ParameterizedTest
    @CsvSource({"254, 429", "255, 429", "256, 400"})
    void hostLength_atItsLimit_decides(int length, int status) {
        WireRequest request = WireRequest.of("GET", app().contextPath() + "/secret/page")
                .with("Host", "a".repeat(length))
                .with(HeaderSets.FIREFOX);

        assertThat(Probe.sendInVain(app(), request).status()).isEqualTo(status);
    }
}
