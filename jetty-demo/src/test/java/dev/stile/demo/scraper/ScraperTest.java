package dev.stile.demo.scraper;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stile.demo.DemoServer;
import dev.stile.demo.archive.Archive;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Short runs against a demo with a gate before it. */
class ScraperTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final List<String> PAGES = List.of("/entries/cynic", "/entries/money", "/entries/lawyer");

    private static DemoServer demo;

    @BeforeAll
    static void start() throws IOException {
        demo = DemoServer.builder()
                .application("/", Map.of("bits", "8", "rounds", "2"))
                .start();
    }

    @AfterAll
    static void stop() {
        demo.close();
    }

    @Test
    void run_thatPays_getsPagesForProofs() throws Exception {
        Report report = run(new Plan(Kind.GREEDY, Guise.PROGRAM, 20, 2));

        assertThat(report.total().proofs()).isPositive();
        assertThat(report.total().tries()).isPositive();
        assertThat(report.total().asked())
                .isGreaterThanOrEqualTo(512L * report.total().proofs());
        assertThat(report.total().pages()).isBetween(1, 40);
        assertThat(report.total().failures() + report.total().refusals()).isZero();
        assertThat(report.lastAsked()).isPresent();
        assertThat(report.running()).isFalse();
    }

    @Test
    void run_thatNeverPays_getsChallengesAlone() throws Exception {
        Report report = run(new Plan(Kind.FLOOD, Guise.PROGRAM, 20, 1));

        assertThat(report.total().challenges()).isBetween(1, 21);
        assertThat(report.total().pages()).isZero();
        assertThat(report.total().tries()).isZero();
    }

    @Test
    void run_ofAHerd_comesFromAsManyAddresses() throws Exception {
        Report report = run(new Plan(Kind.HERD, Guise.PROGRAM, 100, 2));

        assertThat(report.sources()).hasSize(20);
        assertThat(report.sources())
                .allSatisfy(source -> assertThat(source.counts().challenges()).isPositive());
        assertThat(report.sources().stream().map(Report.Source::address).distinct())
                .hasSize(report.distinct() ? 20 : 1);
    }

    @Test
    void run_withABrowsersHeaders_isNotAskedForAFewPages() throws Exception {
        Report report = run(new Plan(Kind.GREEDY, Guise.BROWSER, 5, 1));

        assertThat(report.total().pages()).isPositive();
        assertThat(report.total().challenges()).isZero();
    }

    @Test
    void run_withNobodyThere_countsFailures() throws Exception {
        DemoServer gone = DemoServer.builder().start();
        int port = gone.uri().getPort();
        gone.close();
        Run run = Run.start(new Plan(Kind.GREEDY, Guise.BROWSER, 20, 1), PAGES, port);

        assertThat(run.awaitEnd(PATIENCE)).isTrue();
        assertThat(run.report().total().failures()).isPositive();
    }

    @Test
    void start_whileAnotherRuns_startsNothing() {
        try (Scraper scraper = scraper()) {
            assertThat(scraper.start("", new Plan(Kind.GREEDY, Guise.BROWSER, 1, 60)))
                    .isTrue();
            assertThat(scraper.start("", new Plan(Kind.HERD, Guise.BROWSER, 1, 60)))
                    .isFalse();
            assertThat(scraper.report().orElseThrow().plan().kind()).isEqualTo(Kind.GREEDY);
        }
    }

    @Test
    void close_whileOneRuns_endsItAndAllOthers() {
        Scraper scraper = scraper();
        scraper.start("", new Plan(Kind.HERD, Guise.BROWSER, 1, 60));
        scraper.close();

        assertThat(scraper.report().orElseThrow().running()).isFalse();
        assertThat(scraper.start("", new Plan(Kind.GREEDY, Guise.BROWSER, 1, 60)))
                .isFalse();
    }

    @Test
    void stop_endsTheRunAndItsSeconds() throws Exception {
        Run run = Run.start(new Plan(Kind.FLOOD, Guise.BROWSER, 1, 60), PAGES, port());
        run.stop();

        assertThat(run.awaitEnd(PATIENCE)).isTrue();
        assertThat(run.report().seconds()).hasSize(1);
    }

    private static Report run(Plan plan) throws InterruptedException {
        Run run = Run.start(plan, PAGES, port());
        assertThat(run.awaitEnd(PATIENCE)).isTrue();
        return run.report();
    }

    private static Scraper scraper() {
        return new Scraper(Archive.bundled(), ScraperTest::port);
    }

    private static int port() {
        return demo.uri().getPort();
    }
}
