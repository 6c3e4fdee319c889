package dev.stile.it.war;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Starts that fail, and say all that is wrong. */
abstract class StartContract {
    abstract RunningServer server();

    /** What the operator reads of a start that fails; nothing of the application is served, nothing stays in JMX. */
    private String whyNot(WarFolder war) {
        try (OperatorLog log = new OperatorLog()) {
            assertThat(server().starts("/broken", war)).isFalse();
            WireResponse response = new App(server(), "/broken").get("/page", HeaderSets.FIREFOX);
            assertThat(response.status()).isIn(404, 503);
            server().undeploy("/broken");
            assertThat(JmxCounters.names()).noneMatch(name -> name.contains("broken"));
            return log.text();
        }
    }

    @Test
    void badOptions_areAllListedAtOnce() {
        String said = whyNot(Wars.readme()
                .option("mode", "sometimes")
                .option("bits", "99")
                .option("rounds", "0")
                .option("pass-minutes", "-1")
                .option("challenge-status", "200")
                .option("exempt-paths", "open/*")
                .option("cookie-tag", "a;b")
                .option("no-such-option", "1")
                .option("secret", "too-short-to-be-one"));

        assertThat(said)
                .contains("Stile does not start")
                .contains("mode: 'sometimes'", "suspicious, always, monitor or off")
                .contains("bits: '99'", "rounds: '0'", "pass-minutes: '-1'", "challenge-status: '200'")
                .contains("exempt-paths: ", "cookie-tag: ", "no-such-option: ")
                .contains("secret: the secret has 19 bytes")
                .doesNotContain("too-short-to-be-one");
    }

    @ParameterizedTest
    @CsvSource({"31, false", "32, true", "33, true"})
    void secretLength_atItsLimit_decides(int bytes, boolean starts) {
        WarFolder war = Wars.readme().option("secret", "s".repeat(bytes));

        assertThat(server().starts("/secret-length", war)).isEqualTo(starts);
        server().undeploy("/secret-length");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/shop/*", "/.stile", "/.stile/redeem", "*.html", "/", "/.stile2/*"})
    void endpointsThatNoMappingCovers_arePrintedAsTheMissingLine(String pattern) {
        assertThat(whyNot(Wars.readme().mappedTo(pattern)))
                .contains("no mapping of the filter covers /.stile")
                .contains("<filter-mapping><filter-name>stile</filter-name><url-pattern>/.stile/*</url-pattern>"
                        + "</filter-mapping>");
    }

    @Test
    void missingLine_whenAdded_makesItStart() {
        WarFolder war = Wars.always()
                .mappedTo("/secret/*")
                .element("<filter-mapping><filter-name>stile</filter-name><url-pattern>/.stile/*</url-pattern>"
                        + "</filter-mapping>");
        App app = server().running(war);

        assertThat(app.get("/page", HeaderSets.CURL).text()).startsWith("OPEN-CONTENT");
        assertThat(app.get("/secret/page", HeaderSets.CURL).verdict()).isEqualTo("challenge");
        assertThat(Visitor.withPass(app).get("/secret/page").text()).isEqualTo("SECRET-CONTENT");
    }

    @Test
    void endpointPath_ofOption_isWhereTheEndpointsAre() {
        App app = server().running(Wars.always().option("endpoint-path", "/gate"));

        WireResponse asked = app.get("/page", HeaderSets.CURL);

        assertThat(asked.member("redeem")).isEqualTo(app.contextPath() + "/gate/redeem");
        assertThat(app.get("/gate/challenge?purpose=gate&target=/", HeaderSets.CURL)
                        .status())
                .isEqualTo(200);
        assertThat(app.get("/.stile/challenge?purpose=gate&target=/", HeaderSets.CURL)
                        .verdict())
                .isEqualTo("challenge");
    }
}
