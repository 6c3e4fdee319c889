package dev.stile.it.war;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stile.it.war.app.DispatchServlet;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Requests that the application sends on within itself (A42): each is judged once, as the client sent it. */
abstract class DispatchContract {

    /** The dispatches that the filter is mapped to. */
    enum Mapped {
        AS_IN_README {
            @Override
            WarFolder in(WarFolder war) {
                return war;
            }
        },
        ALL_FIVE {
            @Override
            WarFolder in(WarFolder war) {
                return war.dispatchers("REQUEST", "FORWARD", "INCLUDE", "ERROR", "ASYNC");
            }
        };

        abstract WarFolder in(WarFolder war);
    }

    abstract RunningServer server();

    private App always(Mapped mapped) {
        return server().running(mapped.in(Wars.always()
                .servlet(DispatchServlet.class, "/dispatch/*")
                .option("exempt-paths", "/dispatch/*")
                .element("<error-page><error-code>404</error-code><location>/open/404</location></error-page>")
                .element("<error-page><error-code>429</error-code><location>/open/429</location></error-page>")));
    }

    static Stream<Arguments> dispatches() {
        return Arrays.stream(Mapped.values())
                .flatMap(mapped -> Stream.of(
                        Arguments.of(mapped, "/forward?/page", 200, "OPEN-CONTENT FORWARD"),
                        Arguments.of(mapped, "/include?/page", 200, "OPEN-CONTENT INCLUDE"),
                        Arguments.of(mapped, "/error?404", 404, "OPEN-CONTENT ERROR"),
                        Arguments.of(mapped, "/async-dispatch?/page", 200, "OPEN-CONTENT ASYNC"),
                        Arguments.of(mapped, "/async-complete", 200, "ASYNC-CONTENT")));
    }

    @ParameterizedTest
    @MethodSource("dispatches")
    void a42_dispatchOfExemptPath_isNotAskedAgain(Mapped mapped, String way, int status, String content) {
        App app = always(mapped);
        long before = decisions(app);

        WireResponse response = Probe.send(app, app.request("GET", "/dispatch" + way, HeaderSets.CURL));

        assertThat(response.status()).isEqualTo(status);
        assertThat(response.text()).isEqualTo(content);
        assertThat(decisions(app) - before).isEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource("dispatches")
    void a42_dispatchWithPass_arrives(Mapped mapped, String way, int status, String content) {
        App app = server().running(mapped.in(Wars.always()
                .servlet(DispatchServlet.class, "/dispatch/*")
                .element("<error-page><error-code>404</error-code><location>/open/404</location></error-page>")));
        Visitor visitor = Visitor.withPass(app);
        long before = decisions(app);

        WireResponse asked = app.get("/dispatch" + way, HeaderSets.FIREFOX);
        WireResponse response = visitor.get("/dispatch" + way);

        assertThat(asked.verdict()).isEqualTo("challenge");
        assertThat(asked.text()).doesNotContain("CONTENT");
        assertThat(response.status()).isEqualTo(status);
        assertThat(response.text()).isEqualTo(content);
        assertThat(decisions(app) - before).isEqualTo(2);
    }

    /** An included part and an error page belong to an answer that has begun. */
    @ParameterizedTest
    @CsvSource({"/forward?/secret/page, true", "/async-dispatch?/secret/page, true", "/include?/secret/page, false"})
    void a42_dispatchFromUnmappedPath_isJudgedWhereItIsTheFirst(String way, boolean asked) {
        App app = server().running(Mapped.ALL_FIVE.in(
                Wars.always().mappedTo("/secret/*", "/.stile/*").servlet(DispatchServlet.class, "/dispatch/*")));

        WireResponse response = Probe.send(app, app.request("GET", "/dispatch" + way, HeaderSets.CURL));

        assertThat(response.verdict()).isEqualTo(asked ? "challenge" : "");
        assertThat(response.text().contains("SECRET-CONTENT")).isEqualTo(!asked);
    }

    @ParameterizedTest
    @EnumSource
    void a42_missingPage_isShownByTheApplicationsErrorPage(Mapped mapped) {
        App app = always(mapped);
        Visitor visitor = Visitor.withPass(app);

        WireResponse response = visitor.get("/none");

        assertThat(response.status()).isEqualTo(404);
        assertThat(response.text()).isEqualTo("OPEN-CONTENT ERROR");
    }

    @ParameterizedTest
    @EnumSource
    void a42_errorPageFor429_doesNotReplaceTheChallenge(Mapped mapped) {
        App app = always(mapped);

        WireResponse page = app.get("/page", HeaderSets.FIREFOX);
        WireResponse problem = app.get("/page", HeaderSets.CURL);

        assertThat(page.verdict()).isEqualTo("challenge");
        assertThat(page.text()).contains("/.stile/").doesNotContain("OPEN-CONTENT");
        assertThat(problem.verdict()).isEqualTo("challenge");
        assertThat(problem.member("challenge")).isNotEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void a42_refusals_areNotReplacedByErrorPages(Mapped mapped) {
        WireResponse response = always(mapped).get("/.stile/none", HeaderSets.FIREFOX);

        assertThat(response.status()).isEqualTo(404);
        assertThat(response.member("reason")).isEqualTo("not-found");
    }

    @ParameterizedTest
    @EnumSource
    void a42_applicationsOwn429_isShownByItsErrorPage(Mapped mapped) {
        WireResponse response = always(mapped).get("/dispatch/error?429", HeaderSets.FIREFOX);

        assertThat(response.status()).isEqualTo(429);
        assertThat(response.text()).isEqualTo("OPEN-CONTENT ERROR");
        assertThat(response.all("stile-verdict")).isEmpty();
    }

    private static long decisions(App app) {
        return JmxCounters.of(app).decisions().values().stream()
                .mapToLong(Long::longValue)
                .sum();
    }
}
