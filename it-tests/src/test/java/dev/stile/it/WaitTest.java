package dev.stile.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stile.it.browser.Browser;
import dev.stile.it.browser.EveryEngine;
import dev.stile.it.browser.Setting;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Where the policy allows it, who runs no scripts waits instead of working. */
class WaitTest {
    private static final int REQUESTS = 4;

    @TempDir
    private Path folder;

    private Demo demo;

    @BeforeEach
    void start() {
        demo = WaitingDemo.start(folder, 1, REQUESTS);
    }

    @AfterEach
    void close() {
        demo.close();
    }

    /** The ids of the passes that were set. */
    private List<String> passIds() {
        return demo.network().passCookies().stream()
                .map(cookie -> cookie.replaceFirst("^[^=]*=", "").replaceFirst(";.*$", ""))
                .map(pass -> Base64.getUrlDecoder().decode(pass))
                .map(pass -> Arrays.toString(Arrays.copyOfRange(pass, 22, 38)))
                .distinct()
                .toList();
    }

    private static void untilDamned(Browser browser) {
        browser.until("arrived", page -> page.title().startsWith("DAMN"));
    }

    @EveryEngine(Setting.SCRIPTS_OFF)
    void open_withScriptsOff_arrivesByItselfAndReadsOnUntilTheBudgetIsSpent(Browser browser) {
        browser.open(demo.url("/always/"));
        Demo.untilArrived(browser);
        String first = browser.tab();
        browser.newTab();
        browser.open(demo.url("/always/entries/cynic"));
        assertThat(browser.title()).startsWith("CYNIC");
        browser.click("a[rel=next]");
        untilDamned(browser);
        assertThat(demo.decisions("waited/fresh")).isEqualTo(1);
        assertThat(demo.decisions("allow/waited")).isEqualTo(REQUESTS - 1);

        browser.open(demo.url("/always/entries/cynic"));
        browser.open(demo.url("/always/entries/damn"));
        assertThat(browser.text("noscript p"))
                .contains("only a few pages at a time are open to your network", "come back in some minutes");
        assertThat(browser.exists("meta[http-equiv=refresh]")).isFalse();
        browser.switchTo(first);
        browser.reload();
        assertThat(browser.text("noscript p")).contains("only a few pages at a time");
        assertThat(demo.decisionsOf("/"))
                .containsEntry("allow/waited", (long) REQUESTS)
                .containsEntry("challenge/spent", 2L)
                .doesNotContainKeys("grant/fresh");
    }

    /** Three tabs at once: each waits for itself, and all have one pass and one budget (A37). */
    @EveryEngine(Setting.SCRIPTS_OFF)
    void open_inThreeTabs_givesOnePassAndOneBudget(Browser browser) {
        String first = browser.tab();
        browser.open(demo.url("/always/"));
        String second = browser.newTab();
        browser.open(demo.url("/always/"));
        String third = browser.newTab();
        browser.open(demo.url("/always/entries/damn"));

        untilDamned(browser);
        for (String tab : List.of(first, second)) {
            browser.switchTo(tab);
            Demo.untilArrived(browser);
        }
        assertThat(third).isNotEqualTo(first);
        assertThat(passIds()).hasSize(1);
        assertThat(demo.decisions("allow/waited")).isEqualTo(3);
        browser.open(demo.url("/always/"));
        browser.open(demo.url("/always/"));
        assertThat(browser.text("noscript p")).contains("only a few pages at a time");
    }

    @EveryEngine({Setting.SCRIPTS_OFF, Setting.COOKIES_OFF})
    void open_withScriptsAndCookiesOff_waitsOnceAndSaysSo_A36(Browser browser) {
        browser.open(demo.url("/always/"));
        browser.until("cookies", page -> page.text("main").contains("Cookies are off."));

        assertThat(browser.text("main")).contains("Allow cookies for this site, then try again.");
        assertThat(browser.exists("meta[http-equiv=refresh]")).isFalse();
        assertThat(demo.decisionsOf("/"))
                .containsAllEntriesOf(Map.of("challenge/always", 1L, "waited/fresh", 1L, "refuse/no-cookie", 1L))
                .doesNotContainKeys("wait/arrived", "allow/waited");

        browser.click("main p a");
        browser.until("cookies", page -> demo.decisions("refuse/no-cookie") == 2);
        assertThat(demo.decisionsOf("/")).containsEntry("challenge/always", 2L).containsEntry("waited/fresh", 2L);
    }

    /** Who runs scripts works as ever: the page leads nowhere else. */
    @EveryEngine
    void open_withScripts_worksAndWaitsForNothing(Browser browser) {
        browser.open(demo.url("/always/"));
        Demo.untilArrived(browser);

        assertThat(demo.decisions("grant/fresh")).isEqualTo(1);
        assertThat(demo.network().count("/.stile/wait")).isZero();
        assertThat(demo.decisionsOf("/")).doesNotContainKeys("waited/fresh", "wait/arrived");
    }
}
