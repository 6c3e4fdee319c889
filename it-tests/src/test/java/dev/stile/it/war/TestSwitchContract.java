package dev.stile.it.war;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Test switches: {@code docs/testing.md}. */
abstract class TestSwitchContract {
    private static final String SECRET = "a secret that tests may know, 32 bytes or more";

    abstract RunningServer server();

    /** Both applications have one secret and one cookie: only the environment tells them apart. */
    private App production() {
        return server().running(Wars.guarded().option("secret", SECRET).option("cookie-tag", "shop"));
    }

    private App test() {
        return server().running(Wars.guarded()
                .option("secret", SECRET)
                .option("cookie-tag", "shop")
                .option("environment", "test"));
    }

    private static Map<String, String> choosing(String testSwitch) {
        Map<String, String> headers = new TreeMap<>(HeaderSets.FIREFOX);
        headers.put("Cookie", "stile-test=" + testSwitch);
        return headers;
    }

    @ParameterizedTest
    @CsvSource({
        "none,      /page,        200, ''",
        "none,      /secret/page, 429, challenge",
        "pass,      /secret/page, 200, ''",
        "challenge, /page,        429, challenge",
        "refuse,    /page,        403, refuse",
        "spent,     /page,        429, challenge",
    })
    void cookie_inEnvironmentTest_choosesAndIsNamedInTheAnswer(
            String testSwitch, String path, int status, String verdict) {
        WireResponse answer = test().get(path, choosing(testSwitch));

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.verdict()).isEqualTo(verdict);
        assertThat(answer.all("stile-test")).containsExactly(testSwitch);
    }

    @ParameterizedTest
    @ValueSource(strings = {"pass", "challenge", "refuse", "spent"})
    void cookie_inProduction_doesNothing(String testSwitch) {
        WireResponse page = production().get("/page", choosing(testSwitch));
        WireResponse secret = production().get("/secret/page", choosing(testSwitch));

        assertThat(page.text()).startsWith("OPEN-CONTENT");
        assertThat(page.all("stile-test")).isEmpty();
        assertThat(secret.verdict()).isEqualTo("challenge");
    }

    @Test
    void passOfEnvironmentTest_inProduction_isWorthless() { // A05
        Visitor visitor = Visitor.withPass(test());

        assertThat(visitor.get("/secret/page").text()).isEqualTo("SECRET-CONTENT");
        assertThat(visitor.at(production()).get("/secret/page").verdict()).isEqualTo("challenge");
    }

    @Test
    void passOfProduction_inEnvironmentTest_isWorthless() { // A05
        Visitor visitor = Visitor.withPass(production());

        assertThat(visitor.get("/secret/page").text()).isEqualTo("SECRET-CONTENT");
        assertThat(visitor.at(test()).get("/secret/page").verdict()).isEqualTo("challenge");
    }

    @Test
    void proofOfEnvironmentTest_inProduction_isWorthless() { // A05
        WireResponse refused =
                Visitor.of(production()).redeem(Visitor.of(test()).proof());

        assertThat(refused.member("reason")).isEqualTo("unknown-key");
    }

    @Test
    void spent_everyProof_isReplayed() {
        App app = server().running(Wars.guarded().option("environment", "test").option("test-switch", "spent"));
        Visitor visitor = Visitor.of(app);

        assertThat(visitor.redeem(visitor.proof()).member("reason")).isEqualTo("replayed");
    }

    @Test
    void environmentTest_warnsAtTheStart() {
        try (OperatorLog log = new OperatorLog();
                App app = server().deploy("/tested", Wars.readme().option("environment", "test"))) {
            app.get("/page", HeaderSets.FIREFOX);
            assertThat(log.messages("dev.stile"))
                    .filteredOn(line -> line.startsWith("Stile is in environment test"))
                    .hasSize(1);
        }
    }

    @Test
    void testSwitch_inProduction_doesNotStart() {
        try (OperatorLog log = new OperatorLog()) {
            assertThat(server().starts("/untested", Wars.readme().option("test-switch", "pass")))
                    .isFalse();
            server().undeploy("/untested");
            assertThat(log.text()).contains("test-switch: 'pass' needs environment = test, but that is production");
        }
    }
}
