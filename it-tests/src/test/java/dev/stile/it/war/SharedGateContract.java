package dev.stile.it.war;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Two filters in one application (A45): one gate, one pass, one start. */
abstract class SharedGateContract {
    private static final String SAME_OPTIONS = WarFolder.initParam("mode", "always")
            + WarFolder.initParam("bits", "4")
            + WarFolder.initParam("rounds", "2");

    abstract RunningServer server();

    private static WarFolder withSecond(WarFolder war, String initParams, String pattern) {
        return war.element("<filter><filter-name>second</filter-name><filter-class>dev.stile.servlet.StileFilter"
                        + "</filter-class>" + initParams + "</filter>")
                .element("<filter-mapping><filter-name>second</filter-name><url-pattern>" + pattern
                        + "</url-pattern></filter-mapping>");
    }

    /** The first filter has /secret and the endpoints, the second has /page. */
    private static WarFolder sideBySide(String initParams) {
        return withSecond(Wars.always().mappedTo("/secret/*", "/.stile/*"), initParams, "/page");
    }

    @Test
    void a45_secondFilterWithoutOptions_takesTheSamePass() {
        requireOnePassForBoth(server().running(sideBySide("")));
    }

    @Test
    void a45_secondFilterWithTheSameOptions_takesTheSamePass() {
        requireOnePassForBoth(server().running(sideBySide(SAME_OPTIONS)));
    }

    /** Containers start filters in an order of their own: the options of any of them count for all. */
    @Test
    void a45_firstFilterWithoutOptions_takesThoseOfTheSecond() {
        requireOnePassForBoth(
                server().running(withSecond(Wars.readme().mappedTo("/secret/*", "/.stile/*"), SAME_OPTIONS, "/page")));
    }

    private static void requireOnePassForBoth(App app) {
        assertThat(app.get("/secret/page", HeaderSets.FIREFOX).verdict()).isEqualTo("challenge");
        assertThat(app.get("/page", HeaderSets.FIREFOX).verdict()).isEqualTo("challenge");
        Visitor visitor = Visitor.withPass(app);
        assertThat(visitor.cookies()).hasSize(1);
        assertThat(visitor.get("/secret/page").text()).isEqualTo("SECRET-CONTENT");
        assertThat(visitor.get("/page").text()).startsWith("OPEN-CONTENT");
    }

    @Test
    void a45_twoFilters_startOnceAndCountTogether() {
        try (OperatorLog log = new OperatorLog();
                App app = server().deploy("/two", sideBySide(SAME_OPTIONS))) {
            app.get("/secret/page", HeaderSets.FIREFOX);
            app.get("/page", HeaderSets.FIREFOX);

            assertThat(JmxCounters.of(app).decisions())
                    .containsEntry("challenge/always", 2L)
                    .hasSize(1);
            assertThat(JmxCounters.names())
                    .filteredOn(name -> name.contains("/two"))
                    .hasSize(1);
            assertThat(log.messages("dev.stile"))
                    .filteredOn(line -> line.contains("Stile starts"))
                    .hasSize(1);
        }
        assertThat(JmxCounters.names()).noneMatch(name -> name.contains("/two"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"mode=monitor", "mode=always", "bits=5", "no-such-option=1"})
    void secondFilterWithOtherOptions_isRefused(String option) {
        String[] parts = option.split("=");
        try (OperatorLog log = new OperatorLog()) {
            assertThat(server().starts("/two", sideBySide(WarFolder.initParam(parts[0], parts[1]))))
                    .isFalse();
            server().undeploy("/two");

            assertThat(log.text()).contains("Stile does not start", "share one gate", "different init-params");
            assertThat(JmxCounters.names()).noneMatch(name -> name.contains("/two"));
        }
    }

    @Test
    void a42_a45_twoFiltersOnOnePath_judgeOnce() {
        try (App app = server().deploy("/twice", withSecond(Wars.always(), SAME_OPTIONS, "/*"))) {
            Visitor visitor = Visitor.withPass(app);

            assertThat(visitor.get("/page").text()).startsWith("OPEN-CONTENT");
            assertThat(JmxCounters.of(app).decisions()).containsEntry("allow/pass", 1L);
        }
    }
}
