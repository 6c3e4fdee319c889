package dev.stile.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stile.it.browser.Browser;
import dev.stile.it.browser.EveryEngine;
import dev.stile.it.browser.Setting;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/**
 * What the page cannot send again, or must not, is said before any work (A38, A44); and what was sent again and is challenged
 * once more goes round no further.
 */
class PostNotKeptTest {
    private static final String FOREIGN = "does not seem to come from a page of this site";

    private Demo demo;

    @BeforeEach
    void start() {
        demo = Demo.start(Demo.LITTLE_WORK);
    }

    @AfterEach
    void close() {
        demo.close();
    }

    @EveryEngine
    void a38_formOverTheLimit_saysSoBeforeAnyWorkAndArrivesByTheVisitorsHand(Browser browser) {
        browser.open(demo.url("/form"));
        browser.eval(Forms.choose(5 << 20));
        browser.click("#send");
        browser.until("the sentence", page -> page.text("main").contains("too large to be kept"));
        assertThat(browser.text("main")).contains("Start the check, then go back and send it again");
        browser.until("a button to start", page -> page.text("#act").equals("Start the check"));
        assertThat(demo.network().count("/.stile/worker")).isZero();
        assertThat(demo.network().count("/redeem")).isZero();

        browser.click("#act");
        browser.until("checked", page -> page.text("#act").equals("Go back"));
        assertThat(demo.network().posts(Forms.TARGET)).hasSize(1);
        browser.click("#act");
        browser.until("the form", page -> page.exists("#letter"));
        browser.eval(Forms.choose(5 << 20));
        browser.click("#send");
        Forms.untilArrived(browser);

        assertThat(browser.text("main")).contains("large.bin, 5242880 bytes");
        assertThat(demo.network().posts(Forms.TARGET)).hasSize(2);
    }

    @EveryEngine
    void a38_formFarOverTheLimit_isAnsweredByAPageAndNoBrokenConnection(Browser browser) {
        browser.open(demo.url("/form"));
        browser.eval(Forms.choose(30 << 20));
        browser.click("#send");
        browser.until("the sentence", page -> page.text("main").contains("too large to be kept"));

        assertThat(demo.network().count("/redeem")).isZero();
    }

    /** A browser runs the scripts of a page that it has got by half, too. */
    @EveryEngine
    void a38_pageWhoseConnectionEndsWithinTheForm_sendsNoHalfOfIt(Browser browser) {
        demo.network().cutForms();
        String fields = "<input name=a value=" + "1234567890".repeat(30) + ">";
        browser.open(demo.url(Forms.page(demo, "UTF-8", Forms.URLENCODED, Forms.TARGET, "", fields)));
        browser.click("#send");
        browser.until("the page, or the browser's own", page -> !page.title().equals("form"));
        browser.until(
                "it is said that the form cannot be sent again, or nothing runs",
                page -> !page.exists("#act") || page.text("#act").equals("Start the check"));

        assertThat(demo.network().posts(Forms.TARGET)).hasSize(1);
    }

    @EveryEngine
    void a44_formOfAnotherSite_isNotSentAgainWithCookiesOrWithout(Browser browser) {
        String page = Forms.page(demo, demo.url(Forms.TARGET), "");
        browser.open(demo.url("other.test", page));
        browser.click("#send");
        browser.until("the sentence", shown -> shown.text("main").contains(FOREIGN));
        assertThat(browser.exists("#act")).isFalse();

        browser.open(demo.url("/always/"));
        Demo.untilArrived(browser);
        // Firefox may lose the end of a navigation to another site that begins before this page has loaded.
        browser.until("loaded", shown -> "complete".equals(shown.eval("document.readyState")));
        browser.open(demo.url("other.test", page));
        browser.click("#send");
        browser.until("the sentence", shown -> shown.text("main").contains(FOREIGN));

        assertThat(demo.network().posts(Forms.TARGET)).hasSize(2);
        assertThat(demo.network().count("/redeem")).isEqualTo(1);
    }

    @EveryEngine(Setting.SCRIPTS_OFF)
    void a38_formWithScriptsOff_saysWhatToDo(Browser browser) {
        browser.open(demo.url("/form"));
        browser.click("#send");
        browser.untilExists("noscript p");

        assertThat(browser.text("noscript p")).contains("This page needs JavaScript.", "quote the reference below");
        assertThat(demo.network().posts(Forms.TARGET)).hasSize(1);
    }

    @EveryEngine
    void a38_formThatTheBrowserCannotKeep_isSaidBeforeAnyWork(Browser browser) {
        demo.network().block("/.stile/resend-");
        browser.open(demo.url(Forms.page(demo, Forms.TARGET, "")));
        browser.click("#send");
        Demo.untilSaid(browser, "failed.blocked");

        demo.network().mend();
        demo.network().prelude(NoLoopTest.FORBIDDEN);
        browser.open(demo.url(Forms.page(demo, Forms.TARGET, "")));
        browser.click("#send");
        Demo.untilSaid(browser, "unkept");
        assertThat(browser.text("#act")).isEqualTo("Start the check");

        assertThat(demo.network().posts(Forms.TARGET)).hasSize(2);
        assertThat(demo.network().count("/.stile/worker")).isZero();
    }

    @EveryEngine
    void a36_a38_formWhosePassIsLost_isSentAgainOnceAndThenTold(Browser browser) {
        demo.network().loseCookies();
        LoopWatch watch = LoopWatch.of(demo);
        browser.open(demo.url(Forms.page(demo, Forms.TARGET, "")));
        browser.click("#send");
        watch.assertTold(browser, "failed.loop", 1);

        assertThat(demo.network().posts(Forms.TARGET)).hasSize(2);
    }
}
