package dev.stile.it.war;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stile.it.client.WireChallenge;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where a request comes from when the peer, 127.0.0.1, is a trusted proxy (A23). */
abstract class IdentityContract {
    abstract RunningServer server();

    private App app() {
        return server().running(Wars.guarded().option("trusted-proxies", "127.0.0.1 10.0.0.0/8"));
    }

    private App forwardedApp() {
        return server().running(Wars.guarded()
                .option("trusted-proxies", "127.0.0.1 10.0.0.0/8")
                .option("forwarded-header", "forwarded"));
    }

    private static WireRequest secret(App app) {
        return app.request("GET", "/secret/page", HeaderSets.FIREFOX);
    }

    /** The client's address in the operator's log. */
    private static List<String> loggedClient(App app, WireRequest request) {
        try (OperatorLog log = new OperatorLog()) {
            app.send(request);
            return log.messages("dev.stile.decisions").stream()
                    .map(line -> line.replaceFirst(".* client=(\\S*) .*", "$1"))
                    .toList();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "203.0.113.9                       | 203.0.113.9",
                "198.51.100.7, 203.0.113.9, 10.0.0.2 | 203.0.113.9",
                "[2001:db8::9]:4711                | 2001:db8:0:0:0:0:0:9",
                "203.0.113.9, unknown              | 127.0.0.1",
                "203.0.113.9, '; DROP TABLE--      | 127.0.0.1",
                "'                                ' | 127.0.0.1",
            })
    void a23_xForwardedFor_ofTrustedProxy_isWalkedFromTheRight(String header, String client) {
        assertThat(loggedClient(app(), secret(app()).with("X-Forwarded-For", header)))
                .containsExactly(client);
    }

    @Test
    void a23_severalLines_areWalkedFromTheLast() {
        WireRequest request = secret(app())
                .with("X-Forwarded-For", "198.51.100.7")
                .with("X-Forwarded-For", "203.0.113.9")
                .with("X-Forwarded-For", "10.0.0.2");

        assertThat(loggedClient(app(), request)).containsExactly("203.0.113.9");
    }

    @Test
    void a23_thousandHops_areReadAsFarAsTheBoundGoes() {
        WireRequest request =
                secret(app()).with("X-Forwarded-For", "198.51.100.7, " + "10.0.0.2, ".repeat(500) + "10.0.0.3");

        assertThat(loggedClient(app(), request)).containsExactly("10.0.0.2");
    }

    @Test
    void a23_forwarded_ofTrustedProxy_isWalkedFromTheRight() {
        WireRequest request = secret(forwardedApp())
                .with("Forwarded", "for=\"")
                .with("Forwarded", "proto=https;For=\"[2001:db8::9]:4711\", for=10.0.0.2");

        assertThat(loggedClient(forwardedApp(), request)).containsExactly("2001:db8:0:0:0:0:0:9");
    }

    @Test
    void a23_headerThatIsNotConfigured_isIgnored() {
        assertThat(loggedClient(app(), secret(app()).with("Forwarded", "for=203.0.113.9")))
                .containsExactly("127.0.0.1");
        assertThat(loggedClient(forwardedApp(), secret(forwardedApp()).with("X-Forwarded-For", "203.0.113.9")))
                .containsExactly("127.0.0.1");
    }

    @Test
    void a23_untrustedPeer_isTheClient() {
        App app = server().running(Wars.guarded().option("trusted-proxies", "10.0.0.0/8"));

        assertThat(loggedClient(app, secret(app).with("X-Forwarded-For", "203.0.113.9")))
                .containsExactly("127.0.0.1");
    }

    @Test
    void a23_challenge_isBoundToTheNetworkBehindTheProxy() {
        Visitor visitor = Visitor.of(app());
        String proof = visitor.proof();

        WireResponse elsewhere = visitor.send(visitor.redemption(proof).with("X-Forwarded-For", "203.0.113.9"));
        WireResponse there = visitor.redeem(proof);

        assertThat(elsewhere.verdict()).isEqualTo("refuse");
        assertThat(there.verdict()).isEqualTo("grant");
    }

    @Test
    void a23_hostAndSchemeOfTrustedProxy_areNotRead() {
        Visitor visitor = Visitor.of(app());
        WireResponse challenge = app().send(app().request("GET", "/secret/page", HeaderSets.FIREFOX_FETCH)
                .with("X-Forwarded-Host", "evil.example"));
        WireResponse granted = visitor.send(visitor.redemption(visitor.proof()).with("X-Forwarded-Proto", "https"));

        assertThat(WireChallenge.decode(challenge.member("challenge")).host()).isEqualTo(app().host());
        assertThat(granted.header("set-cookie")).startsWith("stile-").doesNotContain("Secure");
    }

    @ParameterizedTest
    @CsvSource({"192.178.4.33,200", "203.0.113.9,429", "'192.178.4.33, 203.0.113.9',429"})
    void a26_googlebot_isBelievedFromItsOwnAddressesAlone(String forwardedFor, int status) {
        Map<String, String> googlebot = Map.of(
                "User-Agent",
                "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)",
                "X-Forwarded-For",
                forwardedFor);

        assertThat(app().get("/page", googlebot).status()).isEqualTo(status);
        assertThat(app().get("/secret/page", googlebot).status()).isEqualTo(429);
    }
}
