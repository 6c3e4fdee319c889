package dev.stile.it.war;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stile.it.war.app.OpenServlet;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Modes {@code monitor} and {@code off}. */
abstract class ModeContract {
    abstract RunningServer server();

    @Test
    void monitor_letsAllThroughAndCountsWhatItWouldHaveDone() {
        try (App app = server().deploy("/mode", Wars.guarded().option("mode", "monitor"))) {

            WireResponse program = app.get("/page", HeaderSets.CURL);
            WireResponse secret = app.get("/secret/page", HeaderSets.FIREFOX);
            WireResponse browser = app.get("/page", HeaderSets.FIREFOX);

            assertThat(program.text()).startsWith("OPEN-CONTENT");
            assertThat(program.all("stile-verdict")).isEmpty();
            assertThat(program.all("set-cookie")).isEmpty();
            assertThat(secret.text()).isEqualTo("SECRET-CONTENT");
            assertThat(browser.text()).startsWith("OPEN-CONTENT");
            assertThat(JmxCounters.of(app).decisions())
                    .containsEntry("challenge/suspicion", 1L)
                    .containsEntry("challenge/always", 1L)
                    .containsEntry("allow/calm", 1L)
                    .hasSize(3);
            assertThat(JmxCounters.of(app).unenforced())
                    .containsEntry("challenge/suspicion", 1L)
                    .containsEntry("challenge/always", 1L)
                    .hasSize(2);
        }
    }

    @Test
    void monitor_logsWhatItWouldHaveDone() {
        App app = server().running(Wars.readme().option("mode", "monitor"));
        try (OperatorLog log = new OperatorLog()) {
            app.get("/page", HeaderSets.CURL);

            assertThat(log.messages("dev.stile.decisions"))
                    .singleElement()
                    .satisfies(line -> assertThat(line).contains("verdict=challenge", "enforced=false"));
        }
    }

    @Test
    void monitor_withAnUnclearHost_letsThrough() {
        App app = server().running(Wars.readme().option("mode", "monitor"));

        WireResponse response = Probe.send(
                app,
                WireRequest.of("GET", app.contextPath() + "/page")
                        .with("Host", "a".repeat(256))
                        .with(HeaderSets.FIREFOX));

        assertThat(response.text()).startsWith("OPEN-CONTENT");
    }

    @Test
    void monitor_withItsEndpoints_canBeTriedOut() {
        App app = server().running(Wars.quick(Wars.readme()).option("mode", "monitor"));

        assertThat(Visitor.withPass(app).cookies()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/.stile/redeem", "/.stile/challenge?purpose=gate&target=/", "/.stile/", "/.stile/none"})
    void off_hasNoEndpoints(String path) {
        App app = server().running(Wars.readme()
                .option("mode", "off")
                .element("<error-page><error-code>404</error-code><location>/open/404</location></error-page>"));

        WireResponse get = app.get(path, HeaderSets.CURL);
        WireResponse post =
                app.send(app.request("POST", path, Map.of("Stile-Proof", "AA")).with("Content-Length", "0"));

        assertThat(get.status()).isEqualTo(404);
        assertThat(get.text()).isEqualTo("OPEN-CONTENT ERROR");
        assertThat(post.status()).isIn(404, 405);
        assertThat(post.all("stile-verdict")).isEmpty();
        assertThat(post.all("set-cookie")).isEmpty();
    }

    @Test
    void off_leavesItsPathToTheApplication() {
        App app = server().running(WarFolder.ofReadme().option("mode", "off").servlet(OpenServlet.class, "/.stile/*"));

        assertThat(app.get("/.stile/redeem", HeaderSets.CURL).text()).startsWith("OPEN-CONTENT");
    }

    @Test
    void off_letsAllThroughAndCountsNothing() {
        try (App app = server().deploy("/mode", Wars.guarded().option("mode", "off"))) {

            assertThat(app.get("/secret/page", HeaderSets.CURL).text()).isEqualTo("SECRET-CONTENT");
            assertThat(JmxCounters.of(app).decisions()).isEmpty();
        }
    }
}
