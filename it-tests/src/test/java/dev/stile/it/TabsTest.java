package dev.stile.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stile.it.browser.Browser;
import dev.stile.it.browser.EveryEngine;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Tabs that are challenged at the same time share one solve. */
class TabsTest {
    private static final String GALLERY = IntStream.range(0, 10)
            .mapToObj(i -> "<img src='/assets/favicon.svg?%d'><script src='/assets/favicon.svg?%d'></script>"
                    .formatted(i, 10 + i))
            .collect(Collectors.joining("", "<!doctype html><title>gallery</title>", ""));

    private Demo demo;

    @BeforeEach
    void start() {
        demo = Demo.start();
    }

    @AfterEach
    void close() {
        demo.close();
    }

    /** Twenty parts of a page that had come before are asked for meanwhile, and once more with the pass. */
    @EveryEngine
    void a37_threeTabsAndTwentyParts_duringOneChallenge_arriveByOneSolve(Browser browser) {
        demo.close();
        demo = Demo.start(Map.of("mode", "always"));
        demo.network().page("/gallery", "text/html", GALLERY);
        demo.network().hold("/redeem");
        browser.open(demo.url("/always/"));
        String working = browser.tab();
        String waiting = browser.newTab();
        browser.open(demo.url("/always/entries/cynic"));
        Demo.untilSaid(browser, "waiting");
        String gallery = browser.newTab();
        browser.open(demo.url("/gallery"));
        // Firefox asks twice for some of what fails.
        browser.until("parts are asked for", page -> demo.decisions("challenge/always") >= 22);
        browser.open(demo.url("/always/?third"));
        Demo.untilSaid(browser, "waiting");
        long asked = demo.decisions("challenge/always");
        demo.network().release();
        Demo.untilArrived(browser);
        browser.switchTo(waiting);
        browser.until("arrived", page -> page.title().startsWith("CYNIC"));
        browser.switchTo(working);
        Demo.untilArrived(browser);
        browser.switchTo(gallery);
        browser.open(demo.url("/gallery"));
        browser.until("parts are there", page -> demo.decisions("allow/pass") >= 20);

        assertThat(demo.decisions("challenge/always")).isEqualTo(asked);
        assertThat(demo.network().count("/redeem")).isEqualTo(1);
        assertThat(demo.network().passCookies()).hasSize(1);
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
