package dev.stile.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stile.it.browser.Browser;
import dev.stile.it.browser.EveryEngine;
import dev.stile.it.browser.Setting;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Who runs no scripts is told what to do. */
class ScriptsOffTest {
    private Demo demo;

    @BeforeEach
    void start() {
        demo = Demo.start();
    }

    @AfterEach
    void close() {
        demo.close();
    }

    @EveryEngine(Setting.SCRIPTS_OFF)
    void open_withScriptsOff_saysWhatToDoAndShowsAReferenceThatIsInTheLog(Browser browser) {
        try (DecisionLines log = new DecisionLines()) {
            browser.open(demo.url("/always/"));

            assertThat(browser.text("noscript p"))
                    .contains(
                            "This page needs JavaScript.",
                            "ask the operator of the site and quote the reference below");
            assertThat(Demo.isShown(browser, "#live")).isFalse();
            assertThat(Demo.isShown(browser, "#stalled")).isFalse();
            String reference = browser.text("#reference");
            assertThat(reference).hasSize(10);
            assertThat(log.lines())
                    .anyMatch(line -> line.startsWith("reference=" + reference + " endpoint=page verdict=challenge"));
        }
    }

    @EveryEngine(Setting.SCRIPTS_OFF)
    void browse_withScriptsOff_isNotAskedWhereNobodyIs(Browser browser) {
        browser.open(demo.url("/entries/cynic"));

        assertThat(browser.title()).startsWith("CYNIC");
    }
}
