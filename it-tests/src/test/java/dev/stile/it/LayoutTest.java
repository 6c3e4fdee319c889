package dev.stile.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stile.it.Gallery.Piece;
import dev.stile.it.browser.Browser;
import dev.stile.it.browser.EveryEngine;
import java.util.List;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Nothing is cut off, covered or out of reach on a small screen, in large letters, with wide spacing and from right to left. */
class LayoutTest {
    /**
     * A JavaScript function that tells what is wrong with the layout at hand. Text counts by where its glyphs' boxes are, not by the element
     * around it.
     */
    private static final String LOOK = """
            () => {
              const wrong = [];
              const { scrollWidth } = document.documentElement;
              if (scrollWidth > innerWidth) {
                wrong.push(`scrolls to the side: ${scrollWidth} of ${innerWidth}`);
              }
              const box = element => {
                if (element.matches("progress, svg")) {
                  return element.getBoundingClientRect();
                }
                const range = document.createRange();
                range.selectNodeContents(element);
                return range.getBoundingClientRect();
              };
              const seen = [...document.querySelectorAll("svg, h1, p, label, progress, #remaining, button, li, dt")]
                  .filter(element => element.getClientRects().length > 0)
                  .filter(element => element.matches("svg, progress") || element.textContent.trim() !== "")
                  .filter(element => getComputedStyle(element).visibility === "visible");
              const around = document.querySelector("main").getBoundingClientRect();
              const within = (inner, outer) => inner.left >= outer.left - 1 && inner.right <= outer.right + 1
                  && inner.top >= outer.top - 1 && inner.bottom <= outer.bottom + 1;
              seen.forEach((element, index) => {
                const own = box(element);
                const name = element.id || element.localName;
                if (!within(own, around) || (element.id === "act" && !within(own, element.getBoundingClientRect()))) {
                  wrong.push(`${name} sticks out`);
                }
                for (const other of seen.slice(index + 1).filter(other => !element.contains(other))) {
                  const theirs = box(other);
                  if (Math.min(own.right, theirs.right) - Math.max(own.left, theirs.left) > 1
                      && Math.min(own.bottom, theirs.bottom) - Math.max(own.top, theirs.top) > 1) {
                    wrong.push(`${name} lies on ${other.id || other.localName}`);
                  }
                }
              });
              return wrong;
            }
            """;

    /** A style sheet that a policy does not see, as a visitor's own is; in place of the last. */
    private static final String STYLE = """
            (text => {
              const sheet = new CSSStyleSheet();
              sheet.replaceSync(text);
              document.adoptedStyleSheets = [sheet];
            })("%s")
            """;

    /** WCAG 2.2, 1.4.12. */
    private static final String SPACING = "* { line-height: 1.5 !important; letter-spacing: 0.12em !important;"
            + " word-spacing: 0.16em !important } p { margin-bottom: 2em !important }";

    /** 1.4.4, where only the letters grow. */
    private static final String LARGE = "html { font-size: 200% }";

    private final SoftAssertions all = new SoftAssertions();
    private Demo demo;

    @BeforeEach
    void start() {
        demo = Demo.start();
        demo.network().hold("/.stile/worker");
    }

    @AfterEach
    void close() {
        demo.close();
    }

    /** 320 pixels are 1280 at 400 % (1.4.10), and 640 are 1280 at 200 %. */
    @EveryEngine
    void pages_narrowLargeOrSpaced_loseNothing(Browser browser) {
        browser.open(demo.url(Piece.KEPT.path()));
        Demo.untilSaid(browser, "working");
        browser.resize(320, 640);
        assertStatesFit(browser, "");
        assertStatesFit(browser, SPACING);
        browser.resize(640, 480);
        assertStatesFit(browser, LARGE);

        for (Piece piece : List.of(Piece.WAIT, Piece.LARGE, Piece.FOREIGN, Piece.DENIED, Piece.OPERATOR)) {
            browser.open(demo.url(piece.path()));
            browser.resize(320, 640);
            assertFits(browser, SPACING, piece.name());
            browser.resize(640, 480);
            assertFits(browser, LARGE, piece.name());
        }
        all.assertAll();
        assertFindsWhatIsWrong(browser);
    }

    private void assertStatesFit(Browser browser, String style) {
        browser.eval(STYLE.formatted(style));
        for (String direction : List.of("ltr", "rtl")) {
            browser.eval("void (document.documentElement.dir = '" + direction + "')");
            all.assertThat(States.each(browser, LOOK))
                    .as("%s, %s", direction, style)
                    .isEmpty();
        }
    }

    private void assertFits(Browser browser, String style, String page) {
        browser.eval(STYLE.formatted(style));
        all.assertThat((List<?>) browser.eval("(" + LOOK + ")()"))
                .as("%s, %s", page, style)
                .isEmpty();
    }

    private static void assertFindsWhatIsWrong(Browser browser) {
        browser.eval(STYLE.formatted("h1 { width: 200vw; white-space: nowrap; font-size: 9rem; height: 1rem }"));
        assertThat((List<?>) browser.eval("(" + LOOK + ")()")).hasSizeGreaterThanOrEqualTo(3);
    }
}
