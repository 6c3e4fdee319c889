package dev.stile.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stile.it.browser.Browser;
import dev.stile.it.browser.EveryEngine;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Tabs that are challenged at the same time share one solve. */
class TabsTest {
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
    void twoTabs_duringOneChallenge_arriveByOneSolve(Browser browser) {
        demo.network().hold("/redeem");
        browser.open(demo.url("/always/"));
        String working = browser.tab();
        browser.newTab();
        browser.open(demo.url("/always/entries/cynic"));
        Demo.untilSaid(browser, "waiting");
        demo.network().release();
        browser.until("arrived", page -> page.title().startsWith("CYNIC"));
        browser.switchTo(working);
        Demo.untilArrived(browser);

        assertThat(demo.decisions("challenge/always")).isEqualTo(2);
        assertThat(demo.network().count("/redeem")).isEqualTo(1);
        assertThat(demo.decisions("grant/fresh")).isEqualTo(1);
    }

    /** The tab that works has too much to do; the one that waits comes when the difficulty is lower again. */
    @EveryEngine
    void closeTab_thatDoesTheWork_letsTheOtherTakeOver(Browser browser) {
        int port = demo.port();
        demo.close();
        demo = Demo.start(port, Map.of("/", Demo.ENDLESS_WORK));
        browser.open(demo.url("/always/entries/cynic"));
        browser.until("it works", page -> demo.network().count("/.stile/worker") > 0);
        demo.close();
        demo = Demo.start(port, Map.of("/", Map.of()));
        String working = browser.tab();
        String waiting = browser.newTab();
        browser.open(demo.url("/always/"));
        Demo.untilSaid(browser, "waiting");
        browser.switchTo(working);
        browser.closeTab(waiting);
        Demo.untilArrived(browser);

        assertThat(demo.decisions("challenge/always")).isEqualTo(1);
        assertThat(demo.decisions("grant/fresh")).isEqualTo(1);
    }
}
