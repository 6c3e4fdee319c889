package dev.stile.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stile.it.browser.Browser;
import dev.stile.it.browser.EveryEngine;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A challenged visitor gets where they meant to go, and is not asked again. */
class ArrivalTest {
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
    void open_byHostNameOnPlainHttp_arrivesWithItsFragment(Browser browser) {
        assertArrives(browser, demo.url("/always/?q=a%20b#fragment"));

        assertThat(browser.eval("isSecureContext")).isEqualTo(false);
    }

    @EveryEngine
    void open_byLoopbackAddress_arrivesWithItsFragment(Browser browser) {
        assertArrives(browser, demo.url(Demo.LOOPBACK, "/always/#fragment"));
    }

    @EveryEngine
    void open_onHttps_arrivesWithItsFragmentAndASecureCookie(Browser browser) {
        demo.close();
        demo = Demo.startWithHttps();
        assertArrives(browser, demo.httpsUrl("/always/#fragment"));

        assertThat(demo.network().passCookies())
                .singleElement()
                .asString()
                .startsWith("__Host-stile-")
                .contains("; Secure", "; HttpOnly", "; SameSite=Lax", "; Path=/", "; Max-Age=1800")
                .doesNotContain("Domain");
    }

    private void assertArrives(Browser browser, String url) {
        browser.open(url);
        Demo.untilArrived(browser);

        assertThat(browser.currentUrl()).isEqualTo(url);
        assertThat(demo.decisions("challenge/always")).isEqualTo(1);
        assertThat(demo.decisions("grant/fresh")).isEqualTo(1);
    }

    @EveryEngine
    void back_afterArrival_goesWhereTheVisitorWasBefore(Browser browser) {
        browser.open(demo.url("/"));
        long before = historyLength(browser);
        browser.click("nav a[href='/always/']");
        Demo.untilArrived(browser);
        assertThat(historyLength(browser)).isEqualTo(before + 1);

        browser.back();
        browser.until("start page", page -> page.title().equals(Demo.START));
        browser.forward();
        Demo.untilArrived(browser);

        assertThat(demo.decisions("challenge/always")).isEqualTo(1);
        assertThat(demo.decisions("grant/fresh")).isEqualTo(1);
    }

    private static long historyLength(Browser browser) {
        return ((Number) browser.eval("history.length")).longValue();
    }

    @EveryEngine
    void browse_withAPass_isNotAskedAgain(Browser browser) {
        browser.open(demo.url("/always/"));
        Demo.untilArrived(browser);
        browser.open(demo.url("/always/entries/cynic"));
        assertThat(browser.title()).startsWith("CYNIC");
        browser.open(demo.url("/always/search?q=money"));
        assertThat(browser.exists("main h1")).isTrue();
        browser.newTab();
        browser.open(demo.url("/always/"));
        assertThat(browser.title()).isEqualTo(Demo.ARRIVED);

        assertThat(demo.decisions("challenge/always")).isEqualTo(1);
        assertThat(demo.decisions("grant/fresh")).isEqualTo(1);
    }

    @EveryEngine
    void browse_afterTheCookiesAreDeleted_isAskedAgain(Browser browser) {
        browser.open(demo.url("/always/"));
        Demo.untilArrived(browser);
        browser.deleteCookies();
        // Not a reload: the page would take being there again so soon for a loop, and ask.
        browser.open(demo.url("/always/?again"));
        Demo.untilArrived(browser);

        assertThat(demo.decisions("challenge/always")).isEqualTo(2);
        assertThat(demo.decisions("grant/fresh")).isEqualTo(2);
    }

    @EveryEngine
    void restart_withTheSameSecret_keepsPasses(Browser browser) {
        browser.open(demo.url("/always/"));
        Demo.untilArrived(browser);
        int port = demo.port();
        demo.close();
        demo = Demo.start(port, Map.of("/", Map.of()));
        browser.open(demo.url("/always/entries/cynic"));

        assertThat(browser.title()).startsWith("CYNIC");
        assertThat(demo.decisions("challenge/always")).isZero();
    }
}
