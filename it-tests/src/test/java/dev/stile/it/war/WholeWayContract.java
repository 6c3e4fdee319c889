package dev.stile.it.war;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** From the challenge over the proof to the pass, and what is refused on the way. */
abstract class WholeWayContract {
    abstract RunningServer server();

    private App app() {
        return server().running(Wars.always());
    }

    @Test
    void proof_ofChallenge_buysThePage() {
        Visitor visitor = Visitor.of(app());
        assertThat(visitor.get("/index.html").verdict()).isEqualTo("challenge");

        WireResponse granted = visitor.redeem(visitor.proof());

        assertThat(granted.status()).isEqualTo(200);
        assertThat(granted.verdict()).isEqualTo("grant");
        assertThat(granted.header("content-type")).isEqualTo("application/json");
        assertThat(granted.header("cache-control")).isEqualTo("no-store");
        assertThat(granted.text()).contains("\"level\":1").containsPattern("\"expires\":[0-9]{10}[,}]");
        assertThat(granted.member("target")).isEqualTo(app().contextPath() + "/");
        assertThat(visitor.get("/index.html").text()).contains("STATIC-PAGE");
    }

    @Test
    void pass_onHttp_hasItsNameAndAttributes() {
        Visitor visitor = Visitor.of(app());

        List<String> cookies = visitor.redeem(visitor.proof()).all("set-cookie");

        assertThat(cookies).hasSize(1);
        List<String> parts = Arrays.asList(cookies.get(0).split("; ?"));
        assertThat(parts.get(0)).matches("stile-[0-9a-f]{8}-" + server().port() + "=[A-Za-z0-9_-]{1,512}");
        // Tomcat says Max-Age twice, once in the words of old browsers.
        assertThat(parts.subList(1, parts.size()))
                .filteredOn(part -> !part.startsWith("Expires="))
                .containsExactlyInAnyOrder("Path=/", "HttpOnly", "SameSite=Lax", "Max-Age=1800");
    }

    @Test
    void pass_withSecureCookieAlways_isForHttpsAndThisHostAlone() {
        App app = server().running(Wars.always().option("secure-cookie", "always"));
        Visitor visitor = Visitor.of(app);

        String cookie = visitor.redeem(visitor.proof()).header("set-cookie");

        assertThat(cookie).matches("__Host-stile-[0-9a-f]{8}-" + server().port() + "=.*");
        assertThat(cookie.split("; ?")).contains("Secure", "Path=/", "HttpOnly", "SameSite=Lax");
        assertThat(visitor.get("/index.html").text()).contains("STATIC-PAGE");
    }

    @Test
    void a45_behindProxyThatEndsTls_passIsGrantedAndCounts() {
        App app = server().running(Wars.always().option("secure-cookie", "always"));
        Map<String, String> atProxy = HeaderSets.with(HeaderSets.FIREFOX, "Host", "shop.example");
        WireRequest ask = WireRequest.of("GET", app.contextPath() + "/index.html")
                .with(HeaderSets.with(atProxy, "Accept", "*/*"));
        WireResponse asked = app.send(ask);

        WireResponse granted = app.send(WireRequest.of("POST", asked.member("redeem"))
                .with(HeaderSets.with(atProxy, "Origin", "https://shop.example"))
                .with("Stile-Proof", Visitor.proof(asked))
                .with("Content-Length", "0"));
        WireResponse page = app.send(ask.with("Cookie", granted.cookie().orElse("none")));

        assertThat(granted.verdict()).isEqualTo("grant");
        assertThat(page.text()).contains("STATIC-PAGE");
    }

    @Test
    void a09_proof_sentTwice_buysOnePass() {
        Visitor visitor = Visitor.of(app());
        String proof = visitor.proof();
        assertThat(visitor.redeem(proof).verdict()).isEqualTo("grant");

        WireResponse again = visitor.redeem(proof);

        assertThat(again.status()).isEqualTo(403);
        assertThat(again.member("reason")).isEqualTo("replayed");
        assertThat(again.verdict()).isEqualTo("refuse");
        assertThat(again.all("set-cookie")).isEmpty();
        assertThat(visitor.get("/index.html").text()).contains("STATIC-PAGE");
    }

    /** The characters lie in version, key id, bits, IVserver, hash(m) and counters of the proof. */
    @ParameterizedTest
    @CsvSource({
        "2, malformed",
        "6, unknown-key",
        "12, forged",
        "80, forged",
    })
    void a02_proof_changedInOneCharacter_isRefused(int at, String reason) {
        Visitor visitor = Visitor.of(app());

        WireResponse refused = visitor.redeem(changed(visitor.proof(), at));

        assertThat(refused.status()).isIn(400, 403);
        assertThat(refused.verdict()).isEqualTo("refuse");
        assertThat(refused.all("set-cookie")).isEmpty();
        assertThat(visitor.get("/index.html").verdict()).isEqualTo("challenge");
    }

    private static String changed(String text, int at) {
        char other = text.charAt(at) == 'A' ? 'B' : 'A';
        return text.substring(0, at) + other + text.substring(at + 1);
    }

    @Test
    void a05_pass_changedInOneCharacter_isNotBelieved() {
        Visitor visitor = Visitor.withPass(app());
        visitor.cookies().replaceAll((name, pass) -> changed(pass, pass.length() / 2));

        assertThat(visitor.get("/index.html").verdict()).isEqualTo("challenge");
    }

    @Test
    void a05_pass_ofAnotherHost_isNotBelieved() {
        Visitor visitor = Visitor.withPass(app());

        WireResponse response = visitor.send(WireRequest.of("GET", app().contextPath() + "/index.html")
                .with("Host", "localhost:" + server().port())
                .with(HeaderSets.FIREFOX));

        assertThat(response.verdict()).isEqualTo("challenge");
    }

    @Test
    void a05_pass_ofAnotherBrowserFamily_isNotBelieved() {
        Visitor visitor = Visitor.withPass(app());

        WireResponse response = visitor.send(app().request("GET", "/index.html", HeaderSets.CURL));

        assertThat(response.verdict()).isEqualTo("challenge");
    }

    @Test
    void a05_proof_ofAnotherHost_isRefused() {
        Visitor visitor = Visitor.of(app());

        WireResponse refused = app().send(WireRequest.of("POST", app().contextPath() + "/.stile/redeem")
                .with("Host", "localhost:" + server().port())
                .with("Stile-Proof", visitor.proof())
                .with("Content-Length", "0"));

        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.member("reason")).isEqualTo("wrong-host");
    }

    @ParameterizedTest
    @CsvSource({
        "Sec-Fetch-Site, cross-site",
        "Sec-Fetch-Site, same-site",
        "Sec-Fetch-Site, none",
        "Origin, https://evil.example",
        "Origin, null",
        "Origin, http://127.0.0.1",
        "Origin, http://127.0.0.1:1",
        "Origin, http://127.0.0.1:{port}.evil.example",
    })
    void a20_proof_fromAnotherSite_isRefused(String name, String value) {
        Visitor visitor = Visitor.of(app());
        String header = value.replace("{port}", String.valueOf(server().port()));

        WireResponse refused = visitor.send(visitor.redemption(visitor.proof()).with(name, header));

        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.member("reason")).isEqualTo("cross-site");
        assertThat(refused.all("set-cookie")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "Sec-Fetch-Site, same-origin",
        "Origin, http://127.0.0.1:{port}",
        "Origin, https://127.0.0.1:{port}",
    })
    void a20_proof_fromThisSite_isRedeemed(String name, String value) {
        Visitor visitor = Visitor.of(app());
        String header = value.replace("{port}", String.valueOf(server().port()));

        assertThat(visitor.send(visitor.redemption(visitor.proof()).with(name, header))
                        .verdict())
                .isEqualTo("grant");
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "HEAD", "PUT", "DELETE", "OPTIONS", "post", "FOO"})
    void otherMethod_ofRedeem_isRefused(String method) {
        Visitor visitor = Visitor.of(app());

        WireResponse refused = app().send(app().request(method, "/.stile/redeem", HeaderSets.FIREFOX)
                .with("Stile-Proof", visitor.proof())
                .with("Content-Length", "0"));

        assertThat(refused.status()).isEqualTo(405);
        assertThat(refused.header("allow")).isEqualTo("POST");
        assertThat(refused.all("set-cookie")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "DELETE", "OPTIONS", "get", "FOO"})
    void otherMethod_ofChallenge_isRefused(String method) {
        WireResponse refused = app().send(app().request(method, "/.stile/challenge?purpose=gate&target=/", Map.of())
                .with("Content-Length", "0"));

        assertThat(refused.status()).isEqualTo(405);
        assertThat(refused.header("allow")).isEqualTo("GET, HEAD");
    }
}
