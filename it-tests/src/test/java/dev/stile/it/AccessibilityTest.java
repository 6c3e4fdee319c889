package dev.stile.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stile.it.Gallery.Piece;
import dev.stile.it.browser.Browser;
import dev.stile.it.browser.Engine;
import dev.stile.it.browser.EveryEngine;
import dev.stile.it.browser.Key;
import dev.stile.it.browser.Setting;
import java.awt.Color;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/**
 * axe finds nothing on any page of the gate, whatever it says; what is drawn stands out from what is behind it, in all colours that a page can
 * have; nothing moves that need not. {@code docs/accessibility.md} says what else is tested, and where.
 */
class AccessibilityTest {
    private static final List<Piece> INTERSTITIALS =
            List.of(Piece.EXPLAINED, Piece.WAIT, Piece.SPENT, Piece.KEPT, Piece.LARGE, Piece.UNKEPT);

    /** What {@code scripting: none} does, where scripts are on; the refresh of the head stays out, or the page would go. */
    private static final String WITHOUT_SCRIPTS = """
            void (stage.style.display = "none",
                document.querySelectorAll("main noscript").forEach(off => (off.outerHTML = off.textContent)))
            """;

    /** The least contrast of what is no text (WCAG 2.2, 1.4.11). */
    private static final double SEEN = 3;

    /** That of text (1.4.3). */
    private static final double READ = 4.5;

    private final SoftAssertions all = new SoftAssertions();
    private Demo demo;

    @BeforeEach
    void start() {
        demo = Demo.start();
        // The pages stay at work, and leave the processor to axe.
        demo.network().hold("/.stile/worker");
    }

    @AfterEach
    void close() {
        demo.close();
    }

    @EveryEngine
    void pages_inLight_areAccessible(Browser browser) {
        assertNoViolation(browser, EnumSet.allOf(Piece.class));
        assertStandsOut(browser);
        assertThat(motion(browser)).isEmpty();
    }

    /**
     * Without the operator's page, whose colours are the browser's own: axe takes its ground for white. What is drawn is looked
     * at below.
     */
    @EveryEngine(Setting.DARK)
    void pages_inDark_areAccessible(Browser browser) {
        assertNoViolation(browser, EnumSet.complementOf(EnumSet.of(Piece.OPERATOR)));
        assertStandsOut(browser);
    }

    /** With the visitor's own colours, where the engine knows of that. */
    @EveryEngine({Setting.FORCED_COLOURS, Setting.REDUCED_MOTION})
    void pages_inForcedColoursWithoutMotion_standOutAndLieStill(Browser browser) {
        assertStandsOut(browser);
        assertThat(browser.eval("matchMedia('(forced-colors: active)').matches"))
                .isEqualTo(browser.engine() != Engine.WEBKIT);
        assertThat(motion(browser)).isEmpty();
    }

    private void assertNoViolation(Browser browser, Set<Piece> pieces) {
        for (Piece piece : pieces) {
            browser.open(demo.url(piece.path()));
            Axe.load(browser);
            all.assertThat(Axe.violations(browser)).as("%s", piece).isEmpty();
        }
        // Every state from right to left, in the language that the page then says.
        browser.open(demo.url(Piece.KEPT.path() + "?ar"));
        assertThat(browser.eval("[document.documentElement.lang, document.documentElement.dir]"))
                .isEqualTo(List.of("ar", "rtl"));
        Axe.load(browser);
        assertThat(States.keys(browser)).hasSizeGreaterThanOrEqualTo(20);
        all.assertThat(States.each(browser, Axe.LOOK)).as("states").isEmpty();
        addRetryLink(browser);
        all.assertThat(Axe.violations(browser)).as("a link to try again").isEmpty();
        assertNoViolationWithoutScripts(browser);
        all.assertAll();
        assertFindsWhatIsWrong(browser);
        demo.network().mend();
    }

    /** As {@code notice-link.html} has it. */
    private static void addRetryLink(Browser browser) {
        browser.eval("void stage.insertAdjacentHTML('afterend', '<p><a href=\"/always/\">Try again</a></p>')");
    }

    /** Where scripts are off axe does not run either: so here they are on, and the page is as it is without them. */
    private void assertNoViolationWithoutScripts(Browser browser) {
        demo.network().block(".js");
        for (Piece piece : INTERSTITIALS) {
            browser.open(demo.url(piece.path()));
            Axe.load(browser);
            browser.eval("void (document.querySelector('#stalled p').style.animation = 'none')");
            all.assertThat(Axe.violations(browser)).as("%s, blocked", piece).isEmpty();
            browser.eval(WITHOUT_SCRIPTS);
            all.assertThat(Axe.violations(browser)).as("%s, off", piece).isEmpty();
        }
    }

    private static void assertFindsWhatIsWrong(Browser browser) {
        browser.eval("void document.querySelector('footer').style.setProperty('color', 'gray')");
        browser.eval("void document.documentElement.removeAttribute('lang')");
        assertThat(Axe.violations(browser)).hasSize(2);
    }

    private void assertStandsOut(Browser browser) {
        browser.open(demo.url(Piece.KEPT.path()));
        Demo.untilSaid(browser, "working");
        browser.eval("void (progress.value = 0.5)");
        assertBarStandsOut(Picture.of(browser));

        States.say(browser, "failed.refused");
        Picture before = Picture.of(browser);
        Color card = before.at("#act", 0.5, 0, 0, -4);
        assertThat(before.greatestContrast("#act", 0.97, card))
                .as("button, or in forced colours its border")
                .isGreaterThanOrEqualTo(SEEN);
        browser.press(Key.TAB);
        assertThat(Picture.contrast(Picture.of(browser).at("#act", 0.5, 0, 0, -4), card))
                .as("ring")
                .satisfies(ring -> assertThat(ring >= SEEN).isEqualTo(KeyboardTest.isInFront(browser)));

        browser.open(demo.url(Piece.OPERATOR.path()));
        Picture operators = Picture.of(browser);
        assertThat(operators.greatestContrast("h1", 0, operators.at("h1", 0.99, 0, 0, -2)))
                .as("the operator's page")
                .isGreaterThanOrEqualTo(READ);
    }

    /** The part that is done from the part that is not, and that one, by its border, from the card. */
    private static void assertBarStandsOut(Picture picture) {
        Color done = picture.at("#progress", 0.25, 0.5, 0, 0);
        Color open = picture.at("#progress", 0.75, 0.5, 0, 0);
        Color card = picture.at("#progress", 0.75, 1, 0, 6);
        assertThat(Picture.contrast(done, open)).as("done").isGreaterThanOrEqualTo(SEEN);
        assertThat(picture.greatestContrast("#progress", 0.75, card))
                .as("border")
                .isGreaterThanOrEqualTo(SEEN);
    }

    /** Whether the bar is seen where nobody knows how far the work is, for then it moves by itself; and what the page itself moves. */
    private List<?> motion(Browser browser) {
        browser.open(demo.url(Piece.KEPT.path()));
        Demo.untilSaid(browser, "working");
        return (List<?>) browser.eval("document.getAnimations().map(String)");
    }

    /** It is there at once after some seconds, and says so to a screen reader by the role of what it is in. */
    @EveryEngine
    void sentence_forBlockedScripts_appearsWithoutMotion(Browser browser) {
        demo.network().block(".js");
        browser.open(demo.url(Piece.EXPLAINED.path()));

        assertThat(browser.eval("document.getAnimations().flatMap(({ effect }) => effect.getKeyframes())"
                        + ".map(({ offset, visibility }) => [offset, visibility])"))
                .isEqualTo(List.of(List.of(0L, "hidden"), List.of(1L, "visible")));
        browser.eval("document.getAnimations().forEach(animation => animation.finish())");
        assertThat(browser.eval("getComputedStyle(document.querySelector('#stalled p')).visibility"))
                .isEqualTo("visible");
        assertThat(browser.eval("stalled.getAttribute('role')")).isEqualTo("status");
    }
}
