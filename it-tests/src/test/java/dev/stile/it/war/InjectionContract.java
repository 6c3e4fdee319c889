package dev.stile.it.war;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** CR LF on its way into a header (A18), and markup on its way into a page or a document (A19). */
abstract class InjectionContract {
    abstract RunningServer server();

    private App app() {
        return server().running(Wars.always());
    }

    static Stream<String> payloads() {
        return Stream.of(
                "%0d%0aX-Injected:%20yes",
                "%0aX-Injected:%20yes",
                "%0dSet-Cookie:%20x=y",
                "%E5%98%8A%E5%98%8DX-Injected:%20yes",
                WireRequest.utf8("\u560a\u560dX-Injected:yes"),
                "a\rX-Injected:yes",
                "%0d%0a%0d%0a<script>alert(1)</script>",
                "\"><script>alert(1)</script>",
                "%22%3E%3Cscript%3Ealert(1)%3C/script%3E",
                "</script><script>alert(1)</script>",
                "'-alert(1)-'",
                "\"onload=alert(1)//",
                "&#x22;&gt;<b>",
                "<!--",
                "]]>",
                "{{challenge}}",
                "${jndi:x}",
                "\\u003cscript\\u003e",
                WireRequest.utf8("\u2028alert(1)\u2029"),
                "%E2%80%A8alert(1)",
                WireRequest.utf8("\u202e\u0000\ufeff"),
                "\u0000",
                "%00",
                "\u00ff\u00fe",
                "%ff%fe",
                "%c3%28",
                "%e2%80",
                "\u001b[31m",
                "%zz",
                "%",
                "a".repeat(2_000));
    }

    @ParameterizedTest
    @MethodSource("payloads")
    void a18_a19_payloadInPath_breaksOutOfNothing(String payload) {
        requireHarmless(app().request("GET", "/p/" + payload, HeaderSets.FIREFOX));
        requireHarmless(app().request("GET", "/p/" + payload, HeaderSets.CURL));
    }

    @ParameterizedTest
    @MethodSource("payloads")
    void a18_a19_payloadInQuery_breaksOutOfNothing(String payload) {
        requireHarmless(app().request("GET", "/p?q=" + payload, HeaderSets.FIREFOX));
        requireHarmless(app().request("GET", "/p?q=" + payload, HeaderSets.CURL));
    }

    @ParameterizedTest
    @MethodSource("payloads")
    void a18_a19_payloadInHeaders_breaksOutOfNothing(String payload) {
        for (String name : new String[] {"User-Agent", "Accept-Language", "Accept", "Referer", "X-Requested-With"}) {
            Map<String, String> headers = HeaderSets.with(HeaderSets.FIREFOX, name, payload);
            requireHarmless(app().request("GET", "/page", headers));
        }
    }

    @ParameterizedTest
    @MethodSource("payloads")
    void a18_a19_payloadInEndpoints_breaksOutOfNothing(String payload) {
        requireHarmless(app().request("GET", "/.stile/challenge?purpose=gate&target=/" + payload, Map.of()));
        requireHarmless(app().request("GET", "/.stile/challenge?purpose=" + payload + "&target=/", Map.of()));
        requireHarmless(app().request("GET", "/.stile/" + payload, Map.of()));
        requireHarmless(app().request("POST", "/.stile/redeem", Map.of())
                .with("Content-Length", "0")
                .with("Stile-Proof", payload));
    }

    private void requireHarmless(WireRequest request) {
        try (OperatorLog log = new OperatorLog()) {
            WireResponse response = Probe.sendInVain(app(), request);

            assertThat(response.all("x-injected")).isEmpty();
            assertThat(response.all("set-cookie")).isEmpty();
            assertThat(response.text()).doesNotContain("<script>alert", "\"onload=", "<b>", "\u2028", "\u0000");
            if (response.header("content-type").contains("json")) {
                assertThat(response.text()).matches("\\{[ -~&&[^<>&']]*}");
            }
            assertThat(log.messages("dev.stile.decisions")).allMatch(line -> line.matches("[ -~]*"));
        }
    }
}
