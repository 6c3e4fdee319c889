package dev.stile.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stile.it.browser.Browser;
import dev.stile.it.browser.EveryEngine;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/**
 * Who leaves the page while it works and comes back gets where they meant to go, by one solve, and the history is as if no
 * page had been in between. WebKitGTK keeps the page as it was left; the others ask for it again.
 */
class ReturnTest {
    private static final String PATH = "/always/?q=money#fragment";

    private Demo demo;

    @BeforeEach
    void start() {
        demo = Demo.start();
        demo.network().hold("/.stile/worker");
    }

    @AfterEach
    void close() {
        demo.close();
    }

    @EveryEngine
    void back_toAPageThatWasLeftAtWork_arrives(Browser browser) {
        browser.open(demo.url("/"));
        browser.open(demo.url(PATH));
        Demo.untilSaid(browser, "working");
        browser.open(demo.url("/entries/cynic"));
        browser.until("left", ReturnTest::isElsewhere);
        assertNoWorkWhileAway();

        browser.back();
        assertArrives(browser);
        browser.forward();
        browser.until("elsewhere", ReturnTest::isElsewhere);
        browser.back();
        Demo.untilArrived(browser);
        browser.back();
        browser.until("start page", page -> page.title().equals(Demo.START));

        assertThat(demo.decisions("grant/fresh")).isEqualTo(1);
    }

    @EveryEngine
    void forward_toAPageThatWasLeftByGoingBack_arrives(Browser browser) {
        browser.open(demo.url("/"));
        browser.open(demo.url(PATH));
        Demo.untilSaid(browser, "working");
        browser.back();
        browser.until("start page", page -> page.title().equals(Demo.START));
        assertNoWorkWhileAway();

        browser.forward();
        assertArrives(browser);
        browser.back();
        browser.until("start page", page -> page.title().equals(Demo.START));

        assertThat(demo.decisions("grant/fresh")).isEqualTo(1);
    }

    private static boolean isElsewhere(Browser browser) {
        return browser.title().startsWith("CYNIC");
    }

    private void assertNoWorkWhileAway() {
        demo.network().release();
        assertThat(demo.decisionsOf("/")).containsAllEntriesOf(Map.of("challenge/always", 1L));
        assertThat(demo.network().count("/redeem")).isZero();
    }

    private void assertArrives(Browser browser) {
        Demo.untilArrived(browser);
        assertThat(browser.currentUrl()).isEqualTo(demo.url(PATH));
        assertThat(demo.network().count("/redeem")).isEqualTo(1);
    }
}
