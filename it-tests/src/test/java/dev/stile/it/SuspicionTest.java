package dev.stile.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.stile.it.browser.Browser;
import dev.stile.it.browser.Browsers;
import dev.stile.it.browser.Engine;
import dev.stile.it.browser.EveryEngine;
import dev.stile.it.browser.Setting;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** By default nobody is asked but who looks like a program. */
class SuspicionTest {
    private Demo demo;

    @BeforeEach
    void start() {
        demo = Demo.startWithHttps();
    }

    @AfterEach
    void close() {
        demo.close();
    }

    @EveryEngine
    void browse_onPlainHttpByHostName_isNotAsked(Browser browser) {
        browseFrom(browser, demo.url("/"));
    }

    @EveryEngine
    void browse_onHttps_isNotAsked(Browser browser) {
        browseFrom(browser, demo.httpsUrl("/"));
    }

    private void browseFrom(Browser browser, String start) {
        browser.open(start);
        assertThat(browser.title()).isEqualTo(Demo.START);
        browser.click("nav a[href='/entries/']");
        browser.until("entries", page -> page.currentUrl().endsWith("/entries/"));
        browser.open(start + "entries/cynic");
        assertThat(browser.title()).startsWith("CYNIC");
        browser.open(start + "search?q=money");
        assertThat(browser.exists("main h1")).isTrue();
        assertThat(browser.eval("fetch('/entries/cynic').then(answer => answer.status)"))
                .isEqualTo(200L);

        assertThat(demo.decisionsOf("/").keySet()).allMatch(decision -> decision.startsWith("allow/"));
    }

    @Test
    void open_byHeadlessChromium_isAskedAndArrives() {
        assumeThat(Browsers.engines()).contains(Engine.CHROMIUM);
        try (Browser browser = Browsers.start(Engine.CHROMIUM, Set.of(Setting.HEADLESS))) {
            browser.open(demo.url("/"));
            browser.until("start page", page -> page.title().equals(Demo.START));
        }

        assertThat(demo.decisions("challenge/suspicion")).isEqualTo(1);
        assertThat(demo.decisions("grant/fresh")).isEqualTo(1);
    }
}
