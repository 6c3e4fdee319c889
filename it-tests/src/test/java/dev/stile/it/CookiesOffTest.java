package dev.stile.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stile.it.browser.Browser;
import dev.stile.it.browser.EveryEngine;
import dev.stile.it.browser.Setting;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Who keeps no cookies is told before any work is done. */
class CookiesOffTest {
    private Demo demo;

    @BeforeEach
    void start() {
        demo = Demo.start();
    }

    @AfterEach
    void close() {
        demo.close();
    }

    @EveryEngine(Setting.COOKIES_OFF)
    void open_withCookiesOff_saysSoBeforeAnyWork(Browser browser) {
        LoopWatch watch = LoopWatch.of(demo);
        browser.open(demo.url("/always/"));
        watch.assertTold(browser, "failed.cookies", 0);
        assertThat(browser.text("#status")).contains("Cookies are off.", "Allow cookies for this site");
        assertThat(Demo.isShown(browser, "#act")).isTrue();

        browser.click("#act");
        Demo.untilSaid(browser, "failed.cookies");

        assertThat(demo.network().count("worker")).isZero();
        assertThat(demo.decisionsOf("/")).containsEntry("challenge/always", 1L).doesNotContainKeys("offer/asked");
        assertThat(demo.network().count("/redeem")).isZero();
    }

    /** Off for scripts only, and then on again: what a setting cannot do while a browser runs. */
    @EveryEngine
    void retry_withCookiesOnAgain_arrives(Browser browser) {
        demo.network().prelude("Object.defineProperty(document, 'cookie', { value: '', configurable: true })");
        browser.open(demo.url("/always/"));
        Demo.untilSaid(browser, "failed.cookies");

        browser.eval("delete document.cookie");
        browser.click("#act");
        Demo.untilArrived(browser);

        assertThat(demo.decisionsOf("/")).containsAllEntriesOf(Map.of("challenge/always", 1L, "offer/asked", 1L));
        assertThat(demo.decisions("grant/fresh")).isEqualTo(1);
    }
}
