package dev.stile.it.war;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** PROTOCOL §6.5, and the client that pages load by a name that stays. */
abstract class ProbeContract {
    abstract RunningServer server();

    private App app() {
        return server().running(Wars.always());
    }

    private static WireResponse probe(Visitor visitor, App app, String method) {
        return visitor.send(app.request(method, "/echo/probe", HeaderSets.with(HeaderSets.FIREFOX, "Stile-Probe", "1"))
                .with("Content-Length", "0"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "POST", "PUT"})
    void probe_withPass_isChargedAndNeverReachesTheApplication_A12(String method) {
        App app = app();
        Visitor visitor = Visitor.withPass(app);

        WireResponse first = probe(visitor, app, method);
        WireResponse second = probe(visitor, app, method);

        assertThat(first.status()).isEqualTo(204);
        assertThat(first.verdict()).isEqualTo("allow");
        assertThat(first.text()).isEmpty();
        assertThat(first.header("stile-pass")).matches("level=1, seconds=1[78]\\d\\d, requests=299");
        assertThat(second.header("stile-pass")).endsWith(", requests=298");
    }

    @Test
    void probe_isKeptByNoCache_A41() {
        WireResponse probed = probe(Visitor.withPass(app()), app(), "GET");

        assertThat(probed.header("cache-control")).isEqualTo("no-store");
        assertThat(probed.all("set-cookie")).isEmpty();
    }

    @Test
    void probe_withoutPass_isChallengedAsAnyRequest() {
        WireResponse probed = probe(Visitor.of(app()), app(), "GET");

        assertThat(probed.status()).isEqualTo(429);
        assertThat(probed.verdict()).isEqualTo("challenge");
        assertThat(probed.all("stile-pass")).isEmpty();
    }

    @Test
    void probe_inMonitor_isAnsweredAndInOffReachesTheApplication() {
        App monitor = server().running(Wars.readme().option("mode", "monitor").option("always-paths", "/*"));
        App off = server().running(Wars.readme().option("mode", "off").option("always-paths", "/*"));

        assertThat(probe(Visitor.of(monitor), monitor, "GET").status()).isEqualTo(204);
        WireResponse reached = probe(Visitor.of(off), off, "GET");
        assertThat(reached.status()).isEqualTo(200);
        assertThat(reached.all("stile-verdict")).isEmpty();
    }

    @Test
    void grant_saysWhatThePassHas_andOtherAnswersDoNot() {
        Visitor visitor = Visitor.of(app());

        assertThat(visitor.redeem(visitor.proof()).header("stile-pass"))
                .isEqualTo("level=1, seconds=1800, requests=300");
        assertThat(visitor.get("/index.html").all("stile-pass")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"client.js", "client.mjs", "client.d.ts"})
    void client_ofAnyName_isServedToAnybodyAndNotAgainWhileItIsTheSame(String name) {
        WireResponse file = app().get("/.stile/" + name, Map.of());
        WireResponse again = app().get("/.stile/" + name, Map.of("If-None-Match", file.header("etag")));

        assertThat(file.status()).isEqualTo(200);
        assertThat(file.body()).isNotEmpty();
        assertThat(file.header("cache-control")).isEqualTo("no-cache");
        assertThat(file.header("content-type").replace(" ", ""))
                .isEqualToIgnoringCase((name.endsWith(".ts") ? "text/plain" : "text/javascript") + ";charset=utf-8");
        assertThat(file.all("stile-verdict")).isEmpty();
        assertThat(again.status()).isEqualTo(304);
        assertThat(again.text()).isEmpty();
        assertThat(again.header("etag")).isEqualTo(file.header("etag"));
    }
}
