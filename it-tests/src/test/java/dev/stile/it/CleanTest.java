package dev.stile.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stile.it.browser.Browser;
import dev.stile.it.browser.EveryEngine;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Neither the interstitial nor the demo's pages break their own policy or write to the console. */
class CleanTest {
    private Demo demo;

    @BeforeEach
    void start() {
        demo = Demo.start();
    }

    @AfterEach
    void close() {
        demo.close();
    }

    @EveryEngine
    void visit_ofAllKindsOfPages_breaksNoPolicyAndLeavesTheConsoleClean(Browser browser) {
        List<String> pages = List.of(
                "/",
                "/entries/",
                "/entries/cynic",
                "/search?q=money",
                "/decision",
                "/scraper/",
                "/always/",
                "/always/frame",
                "/none");
        for (String page : pages) {
            browser.open(demo.url(page));
            browser.until(page, shown -> !shown.exists("#stile") && shown.exists("h1"));
        }
        List<String> console = browser.console();
        breakPolicy(browser);

        assertThat(demo.network().violations()).hasSize(1);
        assertThat(console).allMatch(CleanTest::isStatusOfThePageItself);
        assertThat(demo.decisions("grant/fresh")).isEqualTo(1);
    }

    /** Reports come in their order: when this one is there, there was none before. */
    private void breakPolicy(Browser browser) {
        browser.eval("void document.body.append(Object.assign(new Image(), { src: 'data:,broken-on-purpose' }))");
        browser.until(
                "broken on purpose",
                page -> demo.network().violations().stream().anyMatch(report -> report.contains("img-src")));
    }

    /** Chromium writes each answer of 400 or more there. */
    private static boolean isStatusOfThePageItself(String line) {
        return line.matches(".*/always/ - Failed to load resource: .* status of 429 .*")
                || line.matches(".*/none - Failed to load resource: .* status of 404 .*");
    }
}
