package dev.stile.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stile.it.browser.Browser;
import dev.stile.it.browser.EveryEngine;
import dev.stile.it.browser.Setting;
import java.util.List;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** The interstitial can be read and worked by everybody, whatever it says; on a phone and from right to left too. */
class AccessibilityTest {
    /** What is said in {@code #status}, as attributes of {@code #texts}: not a button's words, or what to do about it. */
    private static final String KEYS = """
            [...texts.attributes].map(({ name }) => name)
                .filter(name => name.startsWith("data-") && !name.endsWith(".do")).map(name => name.slice(5))
                .filter(key => !["progress", "remaining", "retry", "load", "start", "back"].includes(key))
            """;

    /** As the page shows a sentence; how it gets there is tested by {@link FailuresTest}. */
    private static final String SAY = """
            (key => {
              const failed = key.startsWith("failed.");
              const text = key => texts.getAttribute("data-" + key) ?? "";
              const bold = document.createElement("strong");
              bold.textContent = text(key);
              const paragraph = document.createElement("p");
              paragraph.append(...(text(key + ".do") === "" ? [text(key)] : [bold, " " + text(key + ".do")]));
              document.querySelector("#status").replaceChildren(paragraph);
              work.hidden = failed || key === "lingering";
              act.hidden = !work.hidden || key === "failed.browser";
              act.textContent = text(failed ? "retry" : "load");
            })("%s")
            """;

    private Demo demo;

    @BeforeEach
    void start() {
        demo = Demo.start();
        // The page stays at work, and leaves the processor to axe.
        demo.network().hold("/.stile/worker");
    }

    @AfterEach
    void close() {
        demo.close();
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
        browser.open(demo.url("/always/"));
        Demo.untilSaid(browser, "working");
        Axe.load(browser);
        SoftAssertions all = new SoftAssertions();
        all.assertThat(Axe.violations(browser)).as("at work").isEmpty();
        for (Object key : keys(browser)) {
            browser.eval(SAY.formatted(key));
            all.assertThat(Axe.violations(browser)).as("%s", key).isEmpty();
        }
        all.assertAll();
    }

    @EveryEngine
    void page_withoutScriptsInLight_hasNoViolation(Browser browser) {
        assertNoViolationWithoutScripts(browser);
    }

    @EveryEngine(Setting.DARK)
    void page_withoutScriptsInDark_hasNoViolation(Browser browser) {
        assertNoViolationWithoutScripts(browser);
    }

    /** Where scripts are off axe does not run either: so here they are on, and the page is as it is without them. */
    private void assertNoViolationWithoutScripts(Browser browser) {
        demo.network().block("/.stile/page");
        browser.open(demo.url("/always/"));
        Axe.load(browser);
        browser.eval("stalled.style.animation = 'none'");
        assertThat(Demo.isShown(browser, "#stalled")).isTrue();
        assertThat(Axe.violations(browser)).as("blocked").isEmpty();

        browser.eval("stalled.hidden = true");
        browser.eval("[...document.querySelectorAll('noscript')].forEach(off => (off.outerHTML = off.textContent))");
        assertThat(browser.text("main > h1 ~ p strong")).isEqualTo("This page needs JavaScript.");
        assertThat(Axe.violations(browser)).as("off").isEmpty();
    }

    @EveryEngine
    void page_of320Pixels_scrollsToNoSide(Browser browser) {
        browser.open(demo.url("/always/"));
        Demo.untilSaid(browser, "working");
        browser.resize(320, 640);
        SoftAssertions all = new SoftAssertions();
        for (String direction : List.of("ltr", "rtl")) {
            browser.eval("void (document.documentElement.dir = '" + direction + "')");
            for (Object key : keys(browser)) {
                browser.eval(SAY.formatted(key));
                all.assertThat(browser.eval("[document.documentElement.scrollWidth > innerWidth, scrollX]"))
                        .as("%s from %s", key, direction)
                        .isEqualTo(List.of(false, 0L));
            }
        }
        all.assertAll();
    }

    @EveryEngine
    void bar_atWork_isNamedAndTellsTheTruth(Browser browser) {
        browser.open(demo.url("/always/"));
        Demo.untilSaid(browser, "working");

        assertThat(Demo.isShown(browser, "#progress")).isTrue();
        assertThat(browser.eval("progress.labels[0].textContent")).isEqualTo("Progress of the calculation");
        assertThat(browser.eval("[progress.value, progress.max]")).isEqualTo(List.of(0L, 1L));
        assertThat(browser.eval("document.querySelector('#status').getAttribute('role')"))
                .isEqualTo("status");
    }

    private static List<?> keys(Browser browser) {
        List<?> keys = (List<?>) browser.eval(KEYS);
        assertThat(keys).hasSizeGreaterThanOrEqualTo(15);
        return keys;
    }
}
