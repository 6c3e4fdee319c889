package dev.stile.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stile.it.browser.Browser;
import dev.stile.it.browser.EveryEngine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Tabs that are challenged at the same time share one solve. */
class TabsTest {
    private Demo demo;

    @BeforeEach
    void start() {
        demo = Demo.start(Demo.LONG_WORK);
    }

    @AfterEach
    void close() {
        demo.close();
    }

    @EveryEngine
    void twoTabs_duringOneChallenge_arriveByOneSolve(Browser browser) {
        browser.open(demo.url("/always/"));
        String working = browser.tab();
        browser.newTab();
        browser.open(demo.url("/always/entries/cynic"));
        Demo.untilSaid(browser, "waiting");
        browser.until("arrived", page -> page.title().startsWith("CYNIC"));
        browser.switchTo(working);
        Demo.untilArrived(browser);

        assertThat(demo.decisions("challenge/always")).isEqualTo(2);
        assertThat(demo.network().count("/redeem")).isEqualTo(1);
        assertThat(demo.decisions("grant/fresh")).isEqualTo(1);
    }

    @EveryEngine
    void closeTab_thatDoesTheWork_letsTheOtherTakeOver(Browser browser) {
        browser.open(demo.url("/always/entries/cynic"));
        String working = browser.tab();
        String waiting = browser.newTab();
        browser.open(demo.url("/always/"));
        Demo.untilSaid(browser, "waiting");
        browser.switchTo(working);
        browser.closeTab(waiting);
        Demo.untilArrived(browser);

        assertThat(demo.decisions("challenge/always")).isEqualTo(2);
        assertThat(demo.decisions("grant/fresh")).isEqualTo(1);
    }
}
