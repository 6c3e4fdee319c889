package dev.stile.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.stile.protocol.Host;
import dev.stile.protocol.Target;
import dev.stile.request.ApplicationFacts;
import dev.stile.request.ClientAddress;
import dev.stile.request.Endpoint;
import dev.stile.request.Headers;
import dev.stile.request.RequestFacts;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class PolicyTest {
    private static final Map<String, List<String>> PREFLIGHT =
            Map.of("Origin", List.of("https://elsewhere.example"), "Access-Control-Request-Method", List.of("PUT"));

    @ParameterizedTest
    @CsvSource({
        "SUSPICIOUS, /page,     BY_SUSPICION",
        "SUSPICIOUS, /always/a, ALWAYS",
        "SUSPICIOUS, /exempt/a, EXEMPT",
        "SUSPICIOUS, /both,     EXEMPT",
        "ALWAYS,     /page,     ALWAYS",
        "ALWAYS,     /always/a, ALWAYS",
        "ALWAYS,     /exempt/a, EXEMPT",
        "ALWAYS,     /both,     EXEMPT",
        "MONITOR,    /page,     BY_SUSPICION",
        "MONITOR,    /always/a, ALWAYS",
        "MONITOR,    /exempt/a, EXEMPT",
        "MONITOR,    /both,     EXEMPT",
    })
    void rule_modeAndPath_exemptThenAlwaysThenMode(Mode mode, String path, Ruling ruling) {
        Policy policy = policy(mode, "/exempt/* /both", "/always/* /both");
        assertThat(policy.rule(request("GET", path, Map.of()))).isEqualTo(ruling);
    }

    @ParameterizedTest
    @EnumSource(names = {"SUSPICIOUS", "ALWAYS", "MONITOR"})
    void rule_preflight_exempt(Mode mode) { // A24
        Policy policy = policy(mode, "", "/*");
        assertThat(policy.rule(request("OPTIONS", "/page", PREFLIGHT))).isEqualTo(Ruling.EXEMPT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "POST", "options", "HEAD"})
    void rule_preflightHeadersOnAnotherMethod_notExempt(String method) { // A24
        Policy policy = policy(Mode.SUSPICIOUS, "", "/*");
        assertThat(policy.rule(request(method, "/page", PREFLIGHT))).isEqualTo(Ruling.ALWAYS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Origin", "Access-Control-Request-Method"})
    void rule_optionsWithoutOneOfThePreflightHeaders_notExempt(String missing) { // A24
        Map<String, List<String>> headers = new HashMap<>(PREFLIGHT);
        headers.remove(missing);
        Policy policy = policy(Mode.SUSPICIOUS, "", "/*");
        assertThat(policy.rule(request("OPTIONS", "/page", headers))).isEqualTo(Ruling.ALWAYS);
    }

    @ParameterizedTest
    @CsvSource({
        "/robots.txt,                  EXEMPT",
        "/sitemap.xml,                 EXEMPT",
        "/sitemap-news.xml,            EXEMPT",
        "/.well-known/acme-challenge/x, EXEMPT",
        "/favicon.ico,                 EXEMPT",
        "/robots.txt/page,             ALWAYS",
        "/page/robots.txt,             ALWAYS",
        "/ROBOTS.TXT,                  ALWAYS",
        "//robots.txt,                 ALWAYS",
        "/sitemap/page.xml,            ALWAYS",
        "/.well-knownx,                ALWAYS",
    })
    void rule_defaultExemptPaths_areThoseAndNoOthers(String path, Ruling ruling) { // A21
        Policy policy = policy(Mode.ALWAYS, String.join(" ", Policy.DEFAULT_EXEMPT_PATHS), "");
        assertThat(policy.rule(request("GET", path, Map.of()))).isEqualTo(ruling);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 101})
    void newPolicy_thresholdOutOfRange_illegal(int threshold) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Policy(Mode.SUSPICIOUS, List.of(), List.of(), threshold))
                .withMessageContaining("threshold")
                .withMessageContaining(Integer.toString(threshold));
    }

    @Test
    void defaultThreshold_isInRange() {
        assertThat(new Policy(Mode.SUSPICIOUS, List.of(), List.of(), Policy.DEFAULT_THRESHOLD).threshold())
                .isEqualTo(50);
    }

    private static Policy policy(Mode mode, String exempt, String always) {
        return new Policy(mode, patterns(exempt), patterns(always), Policy.DEFAULT_THRESHOLD);
    }

    private static List<PathPattern> patterns(String texts) {
        return Arrays.stream(texts.split(" "))
                .filter(text -> !text.isEmpty())
                .map(text -> PathPattern.parse(text).orElseThrow())
                .toList();
    }

    private static RequestFacts request(String method, String path, Map<String, List<String>> headers) {
        Headers sent = name -> headers.getOrDefault(name, List.of());
        return new RequestFacts(
                Endpoint.PAGE,
                method,
                path,
                "",
                Target.ROOT,
                new Host("example.org"),
                true,
                ClientAddress.parse("192.0.2.1"),
                sent,
                List.of(),
                ApplicationFacts.NONE);
    }
}
