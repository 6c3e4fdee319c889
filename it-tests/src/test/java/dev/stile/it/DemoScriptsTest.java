package dev.stile.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stile.it.browser.Browser;
import dev.stile.it.browser.EveryEngine;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** The demo's pages whose scripts go on when the pass has ended (A39). */
class DemoScriptsTest {
    private static Demo demo;

    @BeforeAll
    static void start() {
        demo = Demo.start();
    }

    @AfterAll
    static void close() {
        demo.close();
    }

    private static void throwThePassAway(Browser browser) {
        long before = demo.network().count("POST /scripts/forget");
        browser.click("#forget");
        browser.until("the pass is gone", page -> demo.network().count("POST /scripts/forget") > before);
    }

    @EveryEngine
    void fetchPage_whosePassIsThrownAway_goesOn_A39(Browser browser) {
        browser.open(demo.url("/scripts/fetch"));
        browser.click("[data-send='10']");
        browser.until("ten", page -> page.text("#state").startsWith("10 requests, 10 answers, 1 proofs"));
        throwThePassAway(browser);
        browser.until("said", page -> page.text("#state").equals("The pass is gone."));
        browser.click("[data-send='10']");

        browser.until("twenty", page -> page.text("#state").startsWith("20 requests, 20 answers, 2 proofs"));
        assertThat(browser.text("#word")).isEqualTo("CYNIC");
        Axe.load(browser);
        assertThat(Axe.violations(browser)).isEmpty();
    }

    @EveryEngine
    void htmxPage_whosePassIsThrownAway_goesOn_A39(Browser browser) {
        browser.open(demo.url("/scripts/htmx"));
        browser.click("#find");
        browser.until("found", page -> page.text("#answer").startsWith("CYNIC: "));
        throwThePassAway(browser);
        browser.click("#send");

        browser.until("sent", page -> page.text("#answer").equals("Arrived: grüße"));
        assertThat(demo.network().violations()).isEmpty();
        Axe.load(browser);
        assertThat(Axe.violations(browser)).isEmpty();
    }

    @EveryEngine
    void livePage_whosePassIsThrownAway_connectsAgain_A39(Browser browser) {
        browser.open(demo.url("/scripts/live"));
        browser.until("connected", page -> page.text("#state").startsWith("Connected"));
        long grants = demo.decisions("grant/fresh");
        throwThePassAway(browser);

        browser.until("asked anew", page -> demo.decisions("grant/fresh") > grants);
        browser.until("connected again", page -> page.text("#state").startsWith("Connected"));
        assertThat(browser.text("#live")).isNotEqualTo("none yet");
        Axe.load(browser);
        assertThat(Axe.violations(browser)).isEmpty();
    }
}
