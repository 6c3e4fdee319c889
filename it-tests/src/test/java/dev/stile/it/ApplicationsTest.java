package dev.stile.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stile.it.browser.Browser;
import dev.stile.it.browser.EveryEngine;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Two applications on one host do not take each other's passes away. */
class ApplicationsTest {
    private Demo demo;

    @BeforeEach
    void start() {
        demo = Demo.start(0, Map.of("/a", Map.of(), "/b", Map.of()));
    }

    @AfterEach
    void close() {
        demo.close();
    }

    @EveryEngine
    void visitBoth_inTurn_asksOnceEach(Browser browser) {
        browser.open(demo.url("/a/always/"));
        Demo.untilArrived(browser);
        browser.open(demo.url("/b/always/"));
        Demo.untilArrived(browser);
        browser.open(demo.url("/a/always/entries/cynic"));
        assertThat(browser.title()).startsWith("CYNIC");
        browser.open(demo.url("/b/always/entries/cynic"));
        assertThat(browser.title()).startsWith("CYNIC");

        assertThat(demo.decisionsOf("/a")).containsEntry("challenge/always", 1L).containsEntry("grant/fresh", 1L);
        assertThat(demo.decisionsOf("/b")).containsEntry("challenge/always", 1L).containsEntry("grant/fresh", 1L);
    }
}
