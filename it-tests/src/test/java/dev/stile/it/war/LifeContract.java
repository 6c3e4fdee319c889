package dev.stile.it.war;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stile.it.war.app.EventsServlet;
import dev.stile.it.war.app.RecordingListener;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What operators see of an application's life, and what it leaves behind. */
abstract class LifeContract {
    private static final String SECRET = "0123456789abcdef0123456789abcdef";

    abstract RunningServer server();

    @Test
    void start_withSecret_logsItsOptionsOnceWithoutIt() {
        try (OperatorLog log = new OperatorLog()) {
            server().deploy("/logged", Wars.always().option("secret", SECRET)).close();

            assertThat(log.messages("dev.stile"))
                    .singleElement()
                    .satisfies(line -> assertThat(line)
                            .contains("Stile starts for '/logged'", "mode=always", "bits=4", "secret=configured"));
            assertThat(log.text()).doesNotContain(SECRET);
        }
    }

    @Test
    void start_withoutSecret_warnsOnce() {
        try (OperatorLog log = new OperatorLog()) {
            server().deploy("/logged", Wars.readme()).close();

            assertThat(log.messages("dev.stile"))
                    .filteredOn(line -> line.contains("no secret"))
                    .hasSize(1);
        }
    }

    @Test
    void redeployment_withSecret_leavesPassesValidAndVoidsChallenges() {
        WarFolder war = Wars.always().option("secret", SECRET);
        App before = server().deploy("/again", war);
        Visitor visitor = Visitor.withPass(before);
        String proof = visitor.proof();
        before.close();

        try (App after = server().deploy("/again", war)) {
            assertThat(visitor.at(after).get("/page").text()).startsWith("OPEN-CONTENT");
            // The replay store began anew: nothing that was issued before may be redeemed.
            assertThat(visitor.at(after).redeem(proof).member("reason")).isEqualTo("unknown-key");
        }
    }

    @Test
    void redeployment_withoutSecret_voidsPasses() {
        App before = server().deploy("/again", Wars.always());
        Visitor visitor = Visitor.withPass(before);
        before.close();

        try (App after = server().deploy("/again", Wars.always())) {
            assertThat(visitor.at(after).get("/page").verdict()).isEqualTo("challenge");
        }
    }

    @Test
    void proof_withCompactReplayStore_countsOnce() {
        try (App app = server().deploy("/compact", Wars.always().option("replay-store", "compact"))) {
            Visitor visitor = Visitor.of(app);
            visitor.get("/page");
            String proof = visitor.proof();

            assertThat(visitor.redeem(proof).verdict()).isEqualTo("grant");
            assertThat(visitor.redeem(proof).member("reason")).isEqualTo("replayed");
        }
    }

    @Test
    void redeployment_takesItsJmxNameAgain() {
        for (int i = 0; i < 3; i++) {
            try (App app = server().deploy("/named", Wars.always())) {
                assertThat(JmxCounters.of(app).decisions()).isEmpty();
                assertThat(JmxCounters.names())
                        .filteredOn(name -> name.contains("/named"))
                        .hasSize(1);
            }
            assertThat(JmxCounters.names()).noneMatch(name -> name.contains("/named"));
        }
    }

    @Test
    void undeployment_leavesNothingBehind() {
        try (OperatorLog log = new OperatorLog()) {
            try (App app = server().deploy("/leaving", Wars.always())) {
                Visitor.withPass(app).get("/page");
            }

            assertThat(log.text()).doesNotContain("memory leak", "failed to stop", "Exception");
        }
    }

    @Test
    void counters_countDecisionsByVerdictAndReason() {
        try (App app = server().deploy("/counted", Wars.guarded())) {
            Visitor visitor = Visitor.of(app);
            visitor.get("/secret/page");
            app.get("/page", HeaderSets.CURL);
            app.get("/page", HeaderSets.FIREFOX);
            app.get("/open/x", HeaderSets.CURL);
            String proof = visitor.proof();
            visitor.redeem(proof);
            visitor.redeem(proof);
            visitor.get("/secret/page");
            visitor.cookies().replaceAll((name, pass) -> "forged");
            visitor.get("/secret/page");

            JmxCounters counters = JmxCounters.of(app);
            assertThat(counters.decisions())
                    .containsEntry("challenge/always", 2L)
                    .containsEntry("challenge/suspicion", 1L)
                    .containsEntry("allow/calm", 1L)
                    .containsEntry("allow/exempt", 1L)
                    .containsEntry("allow/pass", 1L)
                    .containsEntry("offer/asked", 1L)
                    .containsEntry("grant/fresh", 1L)
                    .containsEntry("refuse/replayed", 1L)
                    .hasSize(8);
            assertThat(counters.passRefusals()).containsEntry("malformed", 1L).hasSize(1);
            assertThat(counters.unenforced()).isEmpty();
        }
    }

    @Test
    void listenerOfTheApplication_hearsOfDecisions() {
        App app = server().running(Wars.guarded()
                .servlet(EventsServlet.class, "/open/events")
                .type(RecordingListener.class)
                .file(
                        "WEB-INF/classes/META-INF/services/dev.stile.event.StileListener",
                        RecordingListener.class.getName()));

        app.get("/secret/heard", HeaderSets.FIREFOX);

        List<String> events =
                app.get("/open/events", HeaderSets.FIREFOX).text().lines().toList();
        assertThat(events)
                .filteredOn(event -> event.contains("path=/secret/heard"))
                .singleElement()
                .satisfies(event -> assertThat(event)
                        .contains("verdict=challenge", "reason=always", "client=127.0.0.1", "method=GET"));
    }
}
