package dev.stile.policyfile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stile.budget.BudgetTerms;
import dev.stile.gate.GateTerms;
import dev.stile.gate.WaitTerms;
import dev.stile.policy.Policy;
import dev.stile.policy.PolicyRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code docs/policy.md} says what is so. */
class PolicyDocumentationTest {
    private static final String TEXT = text("../docs/policy.md");
    private static final Pattern SNIPPET = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL);
    private static final Pattern RECIPE = Pattern.compile("\n### [0-9]+\\. .*?```yaml\n(.*?)```", Pattern.DOTALL);

    static Stream<String> snippets() {
        return Stream.of(TEXT, text("../README.md"))
                .flatMap(text -> SNIPPET.matcher(text).results().map(result -> result.group(1)));
    }

    private static List<String> recipes() {
        return RECIPE.matcher(TEXT).results().map(result -> result.group(1)).toList();
    }

    @ParameterizedTest
    @MethodSource("snippets")
    void everySnippet_isAPolicyWithoutMistakes(String snippet) {
        assertThat(read(snippet).problems()).isEmpty();
    }

    @Test
    void recipes_areTen() {
        assertThat(recipes()).hasSize(10);
    }

    /** Which rule of a recipe decides about a request of its kind. */
    @ParameterizedTest
    @CsvSource({
        "1,  POST, /saml/acs, '', sign-in-callbacks allows",
        "1,  GET,  /saml/acs, '', nothing",
        "1,  POST, /checkout/return/17, '', payment-returns allows",
        "2,  GET,  /feed, full=1, full-archive-feed challenges at level 1",
        "2,  GET,  /feed, f%75ll=%31, full-archive-feed challenges at level 1",
        "2,  GET,  /feed, '', feeds allows",
        "2,  GET,  /tag/birds/feed, '', podcast allows",
        "3,  GET,  /api/items, '', api challenges at level 1",
        "4,  GET,  /internal/status, '', nothing",
        "7,  GET,  /search, q=birds, search challenges at level 2",
        "7,  GET,  /search, '', nothing",
        "7,  GET,  /export/all, '', export challenges at level 3",
        "10, POST, /events/payment, '', nothing",
    })
    void recipe_request_isDecidedAsItSays(int number, String method, String path, String query, String says) {
        assertThat(Readings.says(
                        recipe(number),
                        PolicyRequest.page().method(method).path(path).query(query)))
                .isEqualTo(says);
    }

    @Test
    void recipe_requestWithWhatItAsksFor_isAllowed() {
        assertThat(Readings.says(
                        recipe(3),
                        PolicyRequest.page().path("/api/items").header("Authorization", "Bearer 0123456789abcdef0123")))
                .isEqualTo("api-with-key allows");
        assertThat(Readings.says(
                        recipe(4), PolicyRequest.page().path("/internal/status").from("10.1.2.3")))
                .isEqualTo("probes allows");
        assertThat(Readings.says(recipe(5), PolicyRequest.page().conditions("logged-in")))
                .isEqualTo("logged-in allows");
        assertThat(Readings.says(recipe(9), PolicyRequest.page().from("192.0.2.17")))
                .isEqualTo("office allows");
        assertThat(Readings.says(
                        recipe(10),
                        PolicyRequest.page()
                                .method("POST")
                                .path("/events/payment")
                                .header("Stripe-Signature", "t=1")))
                .isEqualTo("payment-events allows");
    }

    @Test
    void recipe_aiCrawlers_areDeniedButTheOneThatIsLetIn() {
        PolicyRequest named = PolicyRequest.page().agent("OAI-SearchBot/1.3").from("198.51.100.1");
        assertThat(Readings.says(recipe(6), named)).isEqualTo("ai-crawlers denies");
        assertThat(Readings.says(recipe(6), named.from("192.0.2.200"))).isEqualTo("search-assistant allows");
    }

    @Test
    void recipe_hosters_areDeniedToWriteAndWeighed() {
        PolicyRequest request = PolicyRequest.page().from("203.0.113.1");
        assertThat(recipe(8).rule(request.facts()).weighed(0)).isEqualTo(50);
        assertThat(Readings.says(recipe(8), request.method("POST"))).isEqualTo("hosters-write-nothing denies");
    }

    @Test
    void tables_nameEveryKeyAndEveryList() {
        assertThat(PolicyReader.keys()).allSatisfy(PolicyDocumentationTest::hasItsRow);
        assertThat(ConditionReader.keys()).allSatisfy(PolicyDocumentationTest::hasItsRow);
        assertThat(RuleReader.keys()).allSatisfy(PolicyDocumentationTest::hasItsRow);
        assertThat(ShippedLists.NAMES.stream().filter(name -> !name.equals(ShippedLists.DEFAULT)))
                .allSatisfy(PolicyDocumentationTest::hasItsRow);
    }

    @Test
    void snippetOfAllNumbers_saysTheDefaults() {
        String numbers = snippets()
                .filter(snippet -> snippet.contains("latency-millis"))
                .findFirst()
                .orElseThrow();
        GateTerms read = Readings.terms(numbers);
        GateTerms defaults = Readings.options(List.of());
        assertThat(read.flood()).isEqualTo(defaults.flood());
        assertThat(read.load()).isEqualTo(defaults.load());
        assertThat(read.budget()).isEqualTo(defaults.budget());
        assertThat(read.difficulty()).isEqualTo(defaults.difficulty());
    }

    @Test
    void tables_nameTheRangeOfBudgets() {
        assertThat(TEXT).contains(String.format(Locale.ROOT, "one pass buys, 1 to %,d |", BudgetTerms.MAX_REQUESTS));
    }

    @Test
    void waits_haveTheRangesAndDefaultsThatTheTextSays() {
        assertThat(TEXT)
                .contains(String.format(
                        Locale.ROOT,
                        "`wait-seconds` 1 to %d (%d), `requests` 1 to %d (%d)",
                        WaitTerms.MAX_SECONDS,
                        WaitTerms.DEFAULT_SECONDS,
                        WaitTerms.MAX_REQUESTS,
                        WaitTerms.DEFAULT_REQUESTS));
    }

    private static void hasItsRow(String key) {
        assertThat(TEXT).contains("| `" + key + "` |");
    }

    private static Policy recipe(int number) {
        return read(recipes().get(number - 1)).terms().orElseThrow().policy();
    }

    private static PolicyReading read(String snippet) {
        MemoryFile.Folder folder = new MemoryFile.Folder();
        folder.write("bad-hosters.txt", "203.0.113.0/24\n");
        return Readings.reader().read(folder.write("stile.yaml", snippet));
    }

    private static String text(String path) {
        try {
            return Files.readString(Path.of(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
