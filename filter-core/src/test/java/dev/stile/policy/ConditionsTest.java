package dev.stile.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stile.network.CidrBlock;
import dev.stile.network.CidrSet;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConditionsTest {
    private static final Condition YES = subject -> true;
    private static final Condition NO = subject -> false;

    @Test
    void all_holdsWhereEveryOneHolds() {
        assertThat(holds(Conditions.all(List.of()), PolicyRequest.page())).isTrue();
        assertThat(holds(Conditions.all(List.of(YES, YES)), PolicyRequest.page()))
                .isTrue();
        assertThat(holds(Conditions.all(List.of(YES, NO)), PolicyRequest.page()))
                .isFalse();
    }

    @Test
    void any_holdsWhereOneHolds() {
        assertThat(holds(Conditions.any(List.of()), PolicyRequest.page())).isFalse();
        assertThat(holds(Conditions.any(List.of(NO, YES)), PolicyRequest.page()))
                .isTrue();
        assertThat(holds(Conditions.any(List.of(NO, NO)), PolicyRequest.page())).isFalse();
    }

    @Test
    void not_holdsWhereTheOtherDoesNot() {
        assertThat(holds(Conditions.not(NO), PolicyRequest.page())).isTrue();
        assertThat(holds(Conditions.not(YES), PolicyRequest.page())).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"/a, true", "/a/, false", "/b/c, true", "/c, false"})
    void path_isExact(String path, boolean holds) { // A21
        assertThat(holds(
                        Conditions.path(paths("/a", "/b/*")),
                        PolicyRequest.page().path(path)))
                .isEqualTo(holds);
    }

    @ParameterizedTest
    @CsvSource({"/a, true", "/a/, true", "/a/b, false", "/, false"})
    void pathOrItsSlash_coversBoth(String path, boolean holds) { // A21
        assertThat(holds(
                        Conditions.pathOrItsSlash(paths("/a")),
                        PolicyRequest.page().path(path)))
                .isEqualTo(holds);
    }

    @ParameterizedTest
    @CsvSource({"/feed, true", "/feed/, false", "/x/feed, false", "/feed?x, false"})
    void pathMatches_describesTheWholePath(String path, boolean holds) {
        assertThat(holds(
                        Conditions.pathMatches(patterns("/feed|/rss")),
                        PolicyRequest.page().path(path)))
                .isEqualTo(holds);
    }

    @Test
    void pathMatches_lineBreakInThePath_isACharacterLikeAnother() { // A21: %0A would slip past a dot
        Condition admin = Conditions.pathMatches(patterns("/admin/.*"));
        assertThat(holds(admin, PolicyRequest.page().path("/admin/\n/users"))).isTrue();
    }

    @Test
    void queryMatches_describesTheWholeRawQuery() {
        Condition git = Conditions.queryMatches(patterns("service=git-(upload|receive)-pack"));
        assertThat(holds(git, PolicyRequest.page().query("service=git-upload-pack")))
                .isTrue();
        assertThat(holds(git, PolicyRequest.page().query("service=git-upload-pack&x=1")))
                .isFalse();
        assertThat(holds(git, PolicyRequest.page())).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "shop.example.org, true",
        "SHOP.example.org:8443, true",
        "[2001:db8::1], true",
        "[2001:db8::1]:8443, true",
        "example.org, false",
        "shop.example.org.evil.example, false",
    })
    void host_anyPort(String host, boolean holds) {
        Condition condition = Conditions.host(List.of("shop.example.org", "[2001:db8::1]"));
        assertThat(holds(condition, PolicyRequest.page().host(host))).isEqualTo(holds);
    }

    @Test
    void hostMatches_seesThePort() {
        Condition condition = Conditions.hostMatches(patterns(".*\\.example\\.org:8443"));
        assertThat(holds(condition, PolicyRequest.page().host("a.example.org:8443")))
                .isTrue();
        assertThat(holds(condition, PolicyRequest.page().host("a.example.org"))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"GET, true", "POST, true", "get, false", "HEAD, false"})
    void method_isCaseSensitive(String method, boolean holds) { // A24
        assertThat(holds(
                        Conditions.method(List.of("GET", "POST")),
                        PolicyRequest.page().method(method)))
                .isEqualTo(holds);
    }

    @Test
    void header_presentWithAnyValue_holds() {
        Condition condition = Conditions.header(List.of("Authorization", "X-Api-Key"));
        assertThat(holds(condition, PolicyRequest.page().header("x-api-key", "")))
                .isTrue();
        assertThat(holds(condition, PolicyRequest.page())).isFalse();
    }

    @Test
    void headerMatches_anyOfItsValues_holds() {
        Condition condition = Conditions.headerMatches("X-Team", patterns("blue|green"));
        assertThat(holds(condition, PolicyRequest.page().header("X-Team", "red", "green")))
                .isTrue();
        assertThat(holds(condition, PolicyRequest.page().header("X-Team", "greenish")))
                .isFalse();
        assertThat(holds(condition, PolicyRequest.page())).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "192.0.2.7, true",
        "::ffff:192.0.2.7, true",
        "2001:db8::9, true",
        "192.0.3.7, false",
        "unix:/socket, false",
    })
    void address_inOneOfTheBlocks_holds(String address, boolean holds) { // A27
        CidrSet set = CidrSet.of(List.of(
                CidrBlock.parse("192.0.2.0/24").orElseThrow(),
                CidrBlock.parse("2001:db8::/32").orElseThrow()));
        assertThat(holds(Conditions.address(set), PolicyRequest.page().from(address)))
                .isEqualTo(holds);
    }

    @Test
    void crawler_believedOnlyWhereItIsVerified() { // A26
        Crawlers crawlers = new Crawlers(
                (crawler, agent) -> true,
                (crawler, facts) ->
                        crawler.equals("bingbot") && facts.client().toString().equals("192.0.2.7"));
        Condition condition = Conditions.crawler(List.of("googlebot", "bingbot"), crawlers);
        assertThat(holds(condition, PolicyRequest.page().from("192.0.2.7").agent("x")))
                .isTrue();
        assertThat(holds(condition, PolicyRequest.page().from("192.0.2.8").agent("bingbot")))
                .isFalse();
    }

    @Test
    void crawler_notNamed_isNotAskedForItsAddress() {
        Crawlers crawlers = new Crawlers(
                (crawler, agent) -> agent.contains(crawler),
                (crawler, facts) -> facts.headers().has("X-Verified"));
        Condition condition = Conditions.crawler(List.of("googlebot", "bingbot"), crawlers);
        PolicyRequest verified = PolicyRequest.page().header("X-Verified", "1");
        assertThat(holds(condition, verified.agent("a bingbot"))).isTrue();
        assertThat(holds(condition, verified.agent("Mozilla/5.0"))).isFalse();
        assertThat(holds(condition, PolicyRequest.page().agent("a bingbot"))).isFalse();
    }

    @Test
    void cookie_oneOfTheNames_holds() {
        Condition condition = Conditions.cookie(List.of("a", "b"));
        assertThat(holds(condition, PolicyRequest.page().cookies("b"))).isTrue();
        assertThat(holds(condition, PolicyRequest.page().cookies("c"))).isFalse();
    }

    @Test
    void session_thatTheContainerKnows_holds() {
        assertThat(holds(Conditions.session(), PolicyRequest.page().session())).isTrue();
        assertThat(holds(Conditions.session(), PolicyRequest.page())).isFalse();
    }

    @Test
    void application_conditionOfItsOwn_holds() {
        Condition condition = Conditions.application(List.of("logged-in"));
        assertThat(holds(condition, PolicyRequest.page().conditions("logged-in")))
                .isTrue();
        assertThat(holds(condition, PolicyRequest.page())).isFalse();
    }

    private static boolean holds(Condition condition, PolicyRequest request) {
        // As a policy does it: the memory knows what the rules ask of the User-Agent.
        UserAgentMemory agents = new UserAgentMemory(condition.userAgents().toList());
        return condition.holds(new Subject(request.facts(), agents));
    }

    private static List<PathPattern> paths(String... texts) {
        return Arrays.stream(texts)
                .map(text -> PathPattern.parse(text).orElseThrow())
                .toList();
    }

    private static List<LinearPattern> patterns(String... texts) {
        return Arrays.stream(texts).map(LinearPattern::compile).toList();
    }
}
