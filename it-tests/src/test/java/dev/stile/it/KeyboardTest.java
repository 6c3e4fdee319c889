package dev.stile.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stile.it.Gallery.Piece;
import dev.stile.it.browser.Browser;
import dev.stile.it.browser.Engine;
import dev.stile.it.browser.EveryEngine;
import dev.stile.it.browser.Key;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** All that the gate's pages offer works with a keyboard, and the focus is seen and never lost (WCAG 2.2, guidelines 2.1 and 2.4). */
class KeyboardTest {
    /** The id of what has the focus; empty for the page as a whole. */
    private static final String FOCUSED = "document.activeElement.id";

    /** Whether it is all within the window and covers 24 pixels or more each way. */
    private static final String WITHIN = """
            (({ top, left, bottom, right, width, height }) =>
                top >= 0 && left >= 0 && bottom <= innerHeight && right <= innerWidth && width >= 24 && height >= 24
            )(document.activeElement.getBoundingClientRect())
            """;

    private static final String RINGED = """
            (({ outlineStyle, outlineWidth }) => outlineStyle !== "none" && parseFloat(outlineWidth) >= 2
            )(getComputedStyle(document.activeElement))
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
    void failure_triedAgainByKeys_keepsTheFocusAndArrives(Browser browser) {
        demo.network().lose("/redeem");
        browser.open(demo.url("/always/"));
        Demo.untilSaid(browser, "failed.network");
        assertNextIs(browser, "act");

        long before = demo.network().count("/redeem");
        demo.network().hold("/challenge?");
        browser.press(Key.ENTER);
        browser.until("at work", page -> !Demo.isShown(page, "#act"));
        assertThat(browser.eval(FOCUSED)).isEqualTo("heading");
        demo.network().release();
        Demo.untilSaid(browser, "failed.network");
        assertThat(demo.network().count("/redeem")).isGreaterThan(before);
        assertThat(browser.eval(FOCUSED)).isEqualTo("act");

        demo.network().mend();
        browser.press(Key.SPACE);
        Demo.untilArrived(browser);
    }

    /** The page asks for a fresh challenge by itself, since the gallery's are of another server. */
    @EveryEngine
    void formThatIsNotKept_checkedByKeys_leadsBack(Browser browser) {
        browser.open(demo.url("/entries/cynic"));
        browser.open(demo.url(Piece.LARGE.path()));
        Demo.untilSaid(browser, "large");
        assertThat(demo.network().count("/.stile/challenge")).isZero();
        assertNextIs(browser, "act");
        browser.press(Key.SPACE);
        Demo.untilSaid(browser, "checked");
        assertThat(browser.eval(FOCUSED)).isEqualTo("act");
        assertThat(browser.text("#act")).isEqualTo("Go back");
        browser.press(Key.ENTER);
        browser.until("back", page -> page.title().startsWith("CYNIC"));
    }

    @EveryEngine
    void failure_ofWhoOnlyReads_takesNoFocusAndHoldsNone(Browser browser) {
        demo.network().refuseRedeems("forged");
        browser.open(demo.url("/always/"));
        Demo.untilSaid(browser, "failed.refused");

        assertThat(browser.eval(FOCUSED)).isEqualTo("");
        assertNextIs(browser, "act");
        browser.press(Key.TAB);
        // WebKit gives it to nothing around the page, and so back to its only button.
        assertThat(browser.eval(FOCUSED)).isEqualTo(browser.engine() == Engine.WEBKIT ? "act" : "");
    }

    private static void assertNextIs(Browser browser, String id) {
        browser.press(Key.TAB);
        assertThat(browser.eval(FOCUSED)).isEqualTo(id);
        assertSeen(browser);
    }

    /**
     * What has the focus shows it, and is large enough to be hit too (2.4.7, 2.4.11, 2.5.8). On a display without a window manager WebKit's
     * window is not always in front: then it takes keys all the same, but shows no focus.
     */
    static void assertSeen(Browser browser) {
        assertThat(browser.eval(WITHIN)).isEqualTo(true);
        assertThat(browser.eval(RINGED)).isEqualTo(isInFront(browser));
    }

    static boolean isInFront(Browser browser) {
        boolean inFront = Boolean.TRUE.equals(browser.eval("document.hasFocus()"));
        assertThat(inFront || browser.engine() == Engine.WEBKIT).isTrue();
        return inFront;
    }
}
