package dev.stile.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stile.request.RequestFacts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class PolicyTest {
    private static final Map<String, List<String>> PREFLIGHT =
            Map.of("Origin", List.of("https://elsewhere.example"), "Access-Control-Request-Method", List.of("PUT"));

    @ParameterizedTest
    @CsvSource({
        "SUSPICIOUS, /page,     BySuspicion",
        "SUSPICIOUS, /always/a, Challenge",
        "SUSPICIOUS, /exempt/a, Allow",
        "SUSPICIOUS, /both,     Allow",
        "ALWAYS,     /page,     Challenge",
        "ALWAYS,     /always/a, Challenge",
        "ALWAYS,     /exempt/a, Allow",
        "ALWAYS,     /both,     Allow",
        "MONITOR,    /page,     BySuspicion",
        "MONITOR,    /always/a, Challenge",
        "MONITOR,    /exempt/a, Allow",
        "MONITOR,    /both,     Allow",
    })
    void rule_modeAndPath_exemptThenAlwaysThenMode(Mode mode, String path, String ruling) {
        Policy policy = policy(mode, "/exempt/* /both", "/always/* /both");
        assertThat(ruling(policy, request("GET", path, Map.of()))).isEqualTo(ruling);
    }

    @ParameterizedTest
    @EnumSource(names = {"SUSPICIOUS", "ALWAYS", "MONITOR"})
    void rule_preflight_exempt(Mode mode) { // A24
        Policy policy = policy(mode, "", "/*");
        assertThat(ruling(policy, request("OPTIONS", "/page", PREFLIGHT))).isEqualTo("Allow");
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "POST", "options", "HEAD"})
    void rule_preflightHeadersOnAnotherMethod_notExempt(String method) { // A24
        Policy policy = policy(Mode.SUSPICIOUS, "", "/*");
        assertThat(ruling(policy, request(method, "/page", PREFLIGHT))).isEqualTo("Challenge");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Origin", "Access-Control-Request-Method"})
    void rule_optionsWithoutOneOfThePreflightHeaders_notExempt(String missing) { // A24
        Map<String, List<String>> headers = new HashMap<>(PREFLIGHT);
        headers.remove(missing);
        Policy policy = policy(Mode.SUSPICIOUS, "", "/*");
        assertThat(ruling(policy, request("OPTIONS", "/page", headers))).isEqualTo("Challenge");
    }

    @ParameterizedTest
    @CsvSource({
        "/robots.txt,                  Allow",
        "/sitemap.xml,                 Allow",
        "/sitemap-news.xml,            Allow",
        "/.well-known/acme-challenge/x, Allow",
        "/favicon.ico,                 Allow",
        "/robots.txt/page,             Challenge",
        "/page/robots.txt,             Challenge",
        "/ROBOTS.TXT,                  Challenge",
        "//robots.txt,                 Challenge",
        "/sitemap/page.xml,            Challenge",
        "/.well-knownx,                Challenge",
    })
    void rule_defaultExemptPaths_areThoseAndNoOthers(String path, String ruling) { // A21
        Policy policy = policy(Mode.ALWAYS, "", "");
        assertThat(ruling(policy, request("GET", path, Map.of()))).isEqualTo(ruling);
    }

    /** What the rules say, in one word. */
    private static String ruling(Policy policy, RequestFacts facts) {
        Optional<Action> action = policy.rule(facts).action().or(() -> policy.bySuspicion(0));
        return action.map(decided -> decided.getClass().getSimpleName()).orElse("BySuspicion");
    }

    private static Policy policy(Mode mode, String exempt, String always) {
        List<Rule> rules = new ArrayList<>(PathRules.agreed());
        rules.addAll(PathRules.of(patterns(exempt), patterns(always)));
        return new Policy(mode, rules, Thresholds.DEFAULT);
    }

    private static List<PathPattern> patterns(String texts) {
        return Arrays.stream(texts.split(" "))
                .filter(text -> !text.isEmpty())
                .map(text -> PathPattern.parse(text).orElseThrow())
                .toList();
    }

    private static RequestFacts request(String method, String path, Map<String, List<String>> headers) {
        PolicyRequest request = PolicyRequest.page().method(method).path(path);
        headers.forEach((name, values) -> request.header(name, values.toArray(String[]::new)));
        return request.facts();
    }
}
