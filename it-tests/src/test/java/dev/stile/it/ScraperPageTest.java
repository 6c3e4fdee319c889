package dev.stile.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stile.it.browser.Browser;
import dev.stile.it.browser.EveryEngine;
import dev.stile.it.browser.Setting;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** The demo's scraper is asked and pays, its page shows that as it happens, and who browses beside it is not asked. */
class ScraperPageTest {
    private static final String PAGES_GOT =
            "Number(document.querySelector('#view .chart strong').textContent.replaceAll(',', ''))";

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
    void run_whileAnotherTabBrowses_movesTheNumbersAndAsksTheScraperAlone(Browser browser) {
        startOf(browser, 60);
        browser.until("pages got", page -> number(page) > 0);
        long before = number(browser);
        browser.until("more of them", page -> number(page) > before);
        String scraper = browser.tab();

        browser.newTab();
        browser.open(demo.url("/entries/cynic"));
        assertThat(browser.title()).startsWith("CYNIC");
        browser.open(demo.url("/search?q=money"));
        assertThat(browser.exists("ol.hits")).isTrue();

        browser.switchTo(scraper);
        browser.click("#stop");
        browser.until("ended", page -> page.text("#state").startsWith("The scraper has ended."));
        assertThat(demo.decisions("grant/fresh")).isEqualTo(1);
        assertThat(demo.network().passCookies()).hasSize(1);
    }

    @EveryEngine
    void run_thatEndsByItself_saysSoWithoutAReload(Browser browser) {
        startOf(browser, 3);
        browser.eval("void (window.stays = true)");
        browser.until("ended", page -> page.text("#state").startsWith("The scraper has ended."));

        assertThat(browser.eval("window.stays")).isEqualTo(true);
        assertThat(browser.eval("[...document.querySelectorAll('.buttons button')].map(button => button.disabled)"))
                .isEqualTo(List.of(false, true));
        assertThat(browser.console()).isEmpty();
        assertThat(demo.network().violations()).isEmpty();
    }

    @EveryEngine(Setting.SCRIPTS_OFF)
    void run_withoutScripts_isSeenByLoadingThePageAgain(Browser browser) {
        browser.open(demo.url("/scraper/"));
        browser.click("input[value=program]");
        browser.click("#start");
        browser.untilExists("#again:not([hidden])");
        browser.until("a proof", page -> {
            page.click("#again a");
            return page.text("#view").contains("grant: fresh");
        });
        browser.click("#stop");
        browser.until("ended", page -> page.text("#state").startsWith("The scraper has ended."));
    }

    @EveryEngine
    void page_inLight_hasNoViolation(Browser browser) {
        assertNoViolation(browser);
    }

    @EveryEngine(Setting.DARK)
    void page_inDark_hasNoViolation(Browser browser) {
        assertNoViolation(browser);
    }

    private void assertNoViolation(Browser browser) {
        startOf(browser, 2);
        browser.until("ended", page -> page.text("#state").startsWith("The scraper has ended."));
        browser.resize(320, 640);
        Axe.load(browser);

        assertThat(Axe.violations(browser)).isEmpty();
        assertThat(browser.eval("document.documentElement.scrollWidth > innerWidth"))
                .isEqualTo(false);
    }

    /** Starts a scraper that says what it is, so that it is asked at once, and takes less than one pass buys. */
    private void startOf(Browser browser, int seconds) {
        browser.open(demo.url("/scraper/"));
        browser.click("input[value=program]");
        browser.eval("void (document.querySelector('[name=seconds]').value = " + seconds + ")");
        browser.eval("void (document.querySelector('[name=pages]').value = 4)");
        browser.click("#start");
        browser.untilExists("#view[data-running=true], #view .chart");
    }

    private static long number(Browser browser) {
        return ((Number) browser.eval(PAGES_GOT)).longValue();
    }
}
