package dev.stile.policyfile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stile.policy.Action;
import dev.stile.policy.PathRules;
import dev.stile.policy.Policy;
import dev.stile.policy.PolicyRequest;
import dev.stile.policy.Rule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What each list opens, and what it does not. */
class ShippedListsTest {
    private static final Policy DEFAULT = Readings.reader().withoutFile().policy();

    static List<String> names() {
        return ShippedLists.NAMES;
    }

    @ParameterizedTest
    @MethodSource("names")
    void include_everyList_hasRulesWithNamesOfTheirOwn(String name) {
        Policy policy = including(name);
        assertThat(policy.rules()).extracting(Rule::name).isNotEmpty().doesNotHaveDuplicates();
    }

    @Test
    void names_areTheFilesOfTheFolder() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/main/resources/META-INF/stile-policy"))) {
            assertThat(files.map(file -> file.getFileName().toString().replace(".yaml", "")))
                    .containsExactlyInAnyOrderElementsOf(ShippedLists.NAMES);
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void everyList_saysInItsHeadWhatItIsFor(String name) {
        assertThat(text(name)).startsWith("# ");
    }

    /** An allow by the agent alone would be a way round the gate. */
    @ParameterizedTest
    @MethodSource("names")
    void everyList_opensNothingByTheAgentAlone(String name) {
        Policy policy = including(name);
        List<String> agents = List.of(
                "git/2.47.1",
                "git-lfs/3.6",
                "npm/10.9",
                "pip/24.3",
                "Apache-Maven/3.9",
                "docker/27",
                "Debian APT-HTTP/1.3",
                "GPTBot",
                "Googlebot/2.1",
                "kube-probe/1.31",
                "Stripe/1.0");
        assertThat(agents)
                .allSatisfy(agent -> assertThat(
                                policy.rule(PolicyRequest.page().agent(agent).facts())
                                        .action())
                        .isNotEqualTo(Optional.of(Action.ALLOW)));
    }

    @Test
    void wellKnown_holdsWhatPathOptionsAgreeOn() {
        assertThat(PathRules.AGREED)
                .allSatisfy(path -> assertThat(text("well-known")).contains("- " + path + "\n"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"git-clients", "package-clients", "webhooks"})
    void defaultList_leavesOutWhatFewSitesNeed(String name) {
        assertThat(DEFAULT.rules())
                .extracting(Rule::name)
                .doesNotContainAnyElementsOf(
                        including(name).rules().stream().map(Rule::name).toList());
    }

    @ParameterizedTest
    @CsvSource({
        "/robots.txt, well-known allows",
        "/sitemap-news.xml, well-known allows",
        "/.well-known/acme-challenge/x, well-known allows",
        "/favicon.ico, well-known allows",
        "/ads.txt, well-known-files allows",
        "/apple-touch-icon-120x120.png, well-known-files allows",
        "/feed, feeds allows",
        "/feed/, feeds allows",
        "/atom.xml, feeds allows",
        "/healthz, health-probes allows",
        "/actuator/health/readiness, health-probes allows",
        "/, nothing",
        "/page, nothing",
        "/feed/page, nothing",
        "/robots.txt/page, nothing",
        "/actuator/env, nothing",
        "/health/page, nothing",
    })
    void defaultList_path_isOpenOrNot(String path, String says) { // A21
        assertThat(Readings.says(DEFAULT, PolicyRequest.page().path(path))).isEqualTo(says);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/feed", "/healthz", "/ads.txt"})
    void defaultList_otherMethods_areNotOpen(String path) { // A24
        assertThat(Readings.says(DEFAULT, PolicyRequest.page().path(path).method("POST")))
                .isEqualTo("nothing");
    }

    @Test
    void defaultList_preflight_isOpen() { // A24
        PolicyRequest preflight = PolicyRequest.page()
                .method("OPTIONS")
                .header("Origin", "https://elsewhere.example")
                .header("Access-Control-Request-Method", "PUT");
        assertThat(Readings.says(DEFAULT, preflight)).isEqualTo("preflight allows");
    }

    @Test
    void defaultList_searchCrawler_isBelievedWhereItIsVerified() { // A26
        PolicyRequest verified = PolicyRequest.page().agent("Googlebot/2.1").from("192.0.2.66");
        PolicyRequest foreign = PolicyRequest.page().agent("Googlebot/2.1").from("192.0.2.67");
        assertThat(Readings.says(DEFAULT, verified)).isEqualTo("search-crawlers allows");
        assertThat(Readings.says(DEFAULT, foreign)).isEqualTo("nothing");
        assertThat(Readings.says(DEFAULT, verified.method("POST"))).isEqualTo("nothing");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Mozilla/5.0 AppleWebKit/537.36 (KHTML, like Gecko; compatible; GPTBot/1.3; +https://openai.com/gptbot)",
                "Mozilla/5.0 AppleWebKit/537.36 (KHTML, like Gecko; compatible; ClaudeBot/1.0; +claudebot@anthropic.com)",
                "CCBot/2.0 (https://commoncrawl.org/faq/)",
                "Mozilla/5.0 (Linux; Android 5.0) AppleWebKit/537.36 (KHTML, like Gecko) Mobile Safari/537.36"
                        + " (compatible; Bytespider; spider-feedback@bytedance.com)",
                "meta-externalagent/1.1 (+https://developers.facebook.com/docs/sharing/webmasters/crawler)",
                "Mozilla/5.0 AppleWebKit/537.36 (KHTML, like Gecko; compatible; PerplexityBot/1.0;"
                        + " +https://perplexity.ai/perplexitybot)",
                "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_10_1) AppleWebKit/600.2.5 (KHTML, like Gecko) Version/8.0.2"
                        + " Safari/600.2.5 (Amazonbot/0.1; +https://developer.amazon.com/support/amazonbot)",
            })
    void defaultList_aiCrawler_isChallenged(String agent) { // A25
        assertThat(Readings.says(DEFAULT, PolicyRequest.page().agent(agent)))
                .isEqualTo("ai-crawlers challenges at level 1");
    }

    @Test
    void aiCrawlers_recordedBrowsers_areNoneOfThem() {
        Policy policy = including("ai-crawlers");
        assertThat(List.of(
                        "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0"
                                + " Safari/537.36",
                        "Mozilla/5.0 (Macintosh; Intel Mac OS X 10.15; rv:143.0) Gecko/20100101 Firefox/143.0",
                        "Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko)"
                                + " Version/18.6 Mobile/15E148 Safari/604.1"))
                .allSatisfy(agent -> assertThat(
                                Readings.says(policy, PolicyRequest.page().agent(agent)))
                        .isEqualTo("nothing"));
    }

    @ParameterizedTest
    @CsvSource({
        "GET,  git/2.47.1, /team/app.git/info/refs, service=git-upload-pack, git-clients allows",
        "GET,  git/2.47.1, /team/app.git/info/refs, service=git-receive-pack, git-clients allows",
        "POST, git/2.47.1, /team/app.git/git-upload-pack, '', git-clients allows",
        "GET,  git/2.47.1, /team/app.git/info/refs, '', nothing",
        "GET,  git/2.47.1, /team/app/commits, '', nothing",
        "GET,  curl/8.5.0, /team/app.git/info/refs, service=git-upload-pack, nothing",
        "GET,  git/2.47.1, /team/app.git/git-upload-pack, '', nothing",
        "POST, git/2.47.1, /search, '', nothing",
    })
    void gitClients_openTheThreeRequestsOfGit(String method, String agent, String path, String query, String says) {
        PolicyRequest request = PolicyRequest.page()
                .method(method)
                .agent(agent)
                .path(path)
                .query(query)
                .header("Content-Type", "application/x-git-upload-pack-request");
        assertThat(Readings.says(including("git-clients"), request)).isEqualTo(says);
    }

    @Test
    void gitClients_postOfAForm_isNotOpen() {
        PolicyRequest form = PolicyRequest.page()
                .method("POST")
                .agent("git/2.47.1")
                .path("/team/app.git/git-upload-pack")
                .header("Content-Type", "application/x-www-form-urlencoded");
        assertThat(Readings.says(including("git-clients"), form)).isEqualTo("nothing");
    }

    @ParameterizedTest
    @CsvSource({
        "Apache-Maven/3.9.9 (Java 17), /maven2/org/a/b/1.0/b-1.0.jar, maven-clients allows",
        "Apache-Maven/3.9.9 (Java 17), /maven2/org/a/b/maven-metadata.xml, maven-clients allows",
        "Apache-Maven/3.9.9 (Java 17), /maven2/org/a/b/, nothing",
        "pip/24.3.1, /simple/stile/, python-clients allows",
        "pip/24.3.1, /packages/stile-1.0-py3-none-any.whl, python-clients allows",
        "pip/24.3.1, /search, nothing",
        "Debian APT-HTTP/1.3 (2.6.1), /debian/dists/bookworm/InRelease, debian-clients allows",
        "Debian APT-HTTP/1.3 (2.6.1), /debian/, nothing",
        "docker/27.3.1 go/go1.22, /v2/team/app/manifests/latest, container-clients allows",
        "docker/27.3.1 go/go1.22, /v2/_catalog, nothing",
        "npm/10.9.0 node/v22, /stile, nothing",
    })
    void packageClients_openTheirPaths(String agent, String path, String says) {
        assertThat(Readings.says(
                        including("package-clients"),
                        PolicyRequest.page().agent(agent).path(path)))
                .isEqualTo(says);
    }

    @Test
    void packageClients_npmWithItsHeaders_isOpen() {
        PolicyRequest request = PolicyRequest.page()
                .agent("npm/10.9.0 node/v22.11.0 linux x64 workspaces/false")
                .path("/@team/app")
                .header("npm-command", "install");
        assertThat(Readings.says(including("package-clients"), request)).isEqualTo("npm-clients allows");
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /webhooks/stripe, Stripe-Signature, webhooks allows",
        "POST, /webhook, X-Hub-Signature-256, webhooks allows",
        "GET,  /webhooks/stripe, Stripe-Signature, nothing",
        "POST, /webhooks/stripe, X-Other, nothing",
        "POST, /login, Stripe-Signature, nothing",
    })
    void webhooks_openSignedPostsToTheirPaths(String method, String path, String header, String says) {
        PolicyRequest request = PolicyRequest.page().method(method).path(path).header(header, "t=1,v1=0");
        assertThat(Readings.says(including("webhooks"), request)).isEqualTo(says);
    }

    private static Policy including(String name) {
        return Readings.terms("rules:\n  - include: " + name + "\n").policy();
    }

    private static String text(String name) {
        try {
            return Files.readString(Path.of("src/main/resources/META-INF/stile-policy", name + ".yaml"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
