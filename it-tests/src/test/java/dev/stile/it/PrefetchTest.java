package dev.stile.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.stile.it.browser.Browser;
import dev.stile.it.browser.Engine;
import dev.stile.it.browser.EveryEngine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** What a browser fetches ahead starts no work, and is not kept in place of the page. */
class PrefetchTest {
    private static final String LINK = """
            void document.head.append(
                Object.assign(document.createElement('link'), { rel: 'prefetch', href: '/always/' }))
            """;

    private static final String RULES = """
            void document.head.append(Object.assign(document.createElement('script'), {
                type: 'speculationrules',
                textContent: '{"prerender":[{"urls":["/always/"],"eagerness":"immediate"}]}' }))
            """;

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
    void prefetch_ofAPageThatIsAsked_startsNoWork(Browser browser) {
        // WebKitGTK fetches nothing ahead.
        assumeThat(browser.engine()).isNotEqualTo(Engine.WEBKIT);
        assertNoWorkBeforeTheVisit(browser, LINK);
    }

    /** Chromium alone does this. It drops a page with an error status, and asks again. */
    @EveryEngine
    void prerender_ofAPageThatIsAsked_startsNoWork(Browser browser) {
        assumeThat(browser.engine()).isEqualTo(Engine.CHROMIUM);
        assertNoWorkBeforeTheVisit(browser, RULES);
    }

    private void assertNoWorkBeforeTheVisit(Browser browser, String script) {
        browser.open(demo.url(Network.linking("/always/")));
        browser.eval(script);
        browser.until("fetched ahead", page -> demo.decisions("challenge/always") == 1);
        assertThat(demo.network().count("/.stile/")).isZero();

        browser.click("a[href='/always/']");
        Demo.untilArrived(browser);
        assertThat(demo.decisions("challenge/always")).isEqualTo(2);
        assertThat(demo.decisions("grant/fresh")).isEqualTo(1);
    }
}
