package dev.stile.it.war;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.stile.it.war.app.SignedIn;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rules in a file: at the start, and while the application runs. */
abstract class PolicyFileContract {
    private static final Duration SOON = Duration.ofSeconds(20);

    private static final String DENIES_OPEN = """
            rules:
              - name: closed
                when: { path: /open/* }
                action: deny
              - include: default
            """;

    private static final String ALLOWS_ALL = """
            rules:
              - name: everything
                when: { path: /* }
                action: allow
            """;

    abstract RunningServer server();

    private App app(String policy) {
        return server().running(Wars.quick(Wars.readme()).file("WEB-INF/stile.yaml", policy));
    }

    @Test
    void fileAtItsUsualPlace_isTaken() {
        App app = app(DENIES_OPEN);

        WireResponse denied = app.get("/open/page", HeaderSets.FIREFOX);
        assertThat(denied.status()).isEqualTo(403);
        assertThat(denied.verdict()).isEqualTo("refuse");
        assertThat(denied.text()).contains("<code id=\"reference\"").doesNotContain("OPEN-CONTENT");
        assertThat(app.get("/open/page", HeaderSets.CURL).member("reason")).isEqualTo("denied");
        assertThat(app.get("/page", HeaderSets.FIREFOX).status()).isEqualTo(200);
    }

    @Test
    void file_isNotServed() {
        assertThat(app(DENIES_OPEN)
                        .get("/WEB-INF/stile.yaml", HeaderSets.FIREFOX)
                        .status())
                .isEqualTo(404);
    }

    @Test
    void fileWithMistakes_stopsTheStartWithThoseOfTheOptions() {
        WarFolder war = Wars.readme()
                .option("bits", "99")
                .file("WEB-INF/stile.yaml", "mode: sometimes\nrules:\n  - name: a\n    acton: allow\n");

        try (OperatorLog log = new OperatorLog()) {
            assertThat(server().starts("/broken-policy", war)).isFalse();
            server().undeploy("/broken-policy");
            assertThat(log.text())
                    .contains("Stile does not start", "bits: '99'")
                    .contains("line 1, mode: 'sometimes'", "line 4, acton", "action");
        }
    }

    @Test
    void changedFile_isTakenWhileTheApplicationRuns_andABrokenOneIsNot(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("stile.yaml");
        Files.writeString(file, DENIES_OPEN);
        WarFolder war =
                Wars.quick(Wars.readme()).option("policy-file", file.toString()).option("policy-check-seconds", "1");

        try (App app = server().deploy("/changing", war)) {
            assertThat(app.get("/open/page", HeaderSets.CURL).status()).isEqualTo(403);

            Files.writeString(file, ALLOWS_ALL);
            await().atMost(SOON)
                    .until(() -> app.get("/open/page", HeaderSets.CURL).status() == 200);

            try (OperatorLog log = new OperatorLog()) {
                Files.writeString(file, DENIES_OPEN + "mood: always\n");
                await().atMost(SOON).until(() -> log.text().contains("mood"));
                assertThat(log.text()).contains("Stile keeps the policy that is running", "line 6");
            }
            assertThat(app.get("/open/page", HeaderSets.CURL).status()).isEqualTo(200);
        }
    }

    @Test
    void conditionOfTheApplication_decides_andAMistakeInItIsNone() {
        App app = server().running(Wars.quick(Wars.readme())
                .type(SignedIn.class)
                .file("WEB-INF/classes/META-INF/services/dev.stile.servlet.RequestCondition", SignedIn.class.getName())
                .file("WEB-INF/stile.yaml", """
                        rules:
                          - name: users
                            when: { condition: signed-in }
                            action: allow
                          - name: others
                            when: { path: /secret/* }
                            action: challenge
                        """));

        assertThat(asUser(app, "ambrose").status()).isEqualTo(200);
        assertThat(asUser(app, "nobody").verdict()).isEqualTo("challenge");
        assertThat(app.get("/secret/page", HeaderSets.FIREFOX).verdict()).isEqualTo("challenge");
    }

    private static WireResponse asUser(App app, String user) {
        return app.get("/secret/page", HeaderSets.with(HeaderSets.FIREFOX, "X-User", user));
    }

    @Test
    void budgetOfTheFile_isWhatAPassBuys() { // A12
        App app = app("budget: { requests: 3 }\nrules:\n  - include: default\n");
        Visitor visitor = Visitor.withPass(app);

        assertThat(IntStream.range(0, 4).mapToObj(i -> visitor.get("/page").status()))
                .containsExactly(200, 200, 200, 429);
        assertThat(visitor.redeem(visitor.proof()).verdict()).isEqualTo("grant");
        assertThat(visitor.get("/page").status()).isEqualTo(200);
    }

    @Test
    void rateOfTheFile_isWhatIsFree() { // A29, A33
        App app = app("flood: { client-per-minute: 5, wider-per-minute: 1000000 }\nrules:\n  - include: default\n");
        Visitor visitor = Visitor.withPass(app);

        await().atMost(SOON)
                .until(() -> app.get("/page", HeaderSets.with(HeaderSets.FIREFOX, "Accept", "*/*"))
                        .text()
                        .contains("\"reason\":\"flood\""));
        assertThat(visitor.get("/page").status()).isEqualTo(200);
    }
}
