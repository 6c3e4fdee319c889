package dev.stile.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stile.it.Gallery.Piece;
import dev.stile.it.browser.Browser;
import dev.stile.it.browser.EveryEngine;
import dev.stile.it.browser.Key;
import dev.stile.it.browser.Setting;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** What a screen reader finds on the gate's pages, by the browsers' own accessibility trees, and what it is told of changes. */
class ScreenReaderTest {
    private static final String HEADING = "A short check";
    private static final String BAR = "Progress of the calculation";

    /** Notes all that is written into elements that are announced, and what the bar and the estimate do beside them. */
    private static final String LISTEN = """
            document.addEventListener("readystatechange", () => {
              const heard = [];
              const say = text => {
                heard.push(text);
                sessionStorage.setItem("heard", JSON.stringify(heard));
              };
              document.querySelectorAll("[role=status], [role=alert], [aria-live]").forEach(region =>
                new MutationObserver(changes => changes
                    .flatMap(({ addedNodes }) => [...addedNodes])
                    .forEach(({ textContent }) => say(textContent))
                ).observe(region, { childList: true, subtree: true, characterData: true }));
            }, { once: true });
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
    void interstitial_atWorkAndFailed_isATitleAHeadingABarAndAStatus(Browser browser) {
        // And nobody counts for how long it has been silent: on a slow machine, this test looks at it for longer.
        demo.network().prelude("window.setInterval = () => 0;");
        demo.network().hold("/.stile/worker");
        browser.open(demo.url(Piece.EXPLAINED.path()));
        Demo.untilSaid(browser, "working");

        assertThat(browser.title()).isEqualTo(HEADING);
        assertThat(browser.eval("[document.documentElement.lang, document.documentElement.dir]"))
                .isEqualTo(List.of("en", "ltr"));
        assertThat(browser.perceives("heading", HEADING)).isTrue();
        assertThat(browser.perceives("progressbar", BAR)).isTrue();
        assertThat(browser.perceives("status", "")).isTrue();
        assertThat(browser.perceives("main", "")).isTrue();
        assertThat(browser.perceives("button", "")).isFalse();
        assertThat(browser.perceives("button", "Try again")).isFalse();
        browser.eval("void (progress.value = 0.5, remaining.textContent = 'Time left: about 12 seconds')");
        assertTree(browser, """
                RootWebArea "A short check"
                 main
                  heading "A short check" level=1
                   StaticText "A short check"
                  paragraph
                   StaticText "This site keeps scrapers away by a small calculation, which your browser does by itself. Then your page loads."
                  LabelText
                   StaticText "Progress of the calculation"
                  progressbar "Progress of the calculation" value=0.5 valuemin=0 valuemax=1
                  status live=polite
                   paragraph
                    StaticText "Your browser is calculating. This usually takes a moment."
                  StaticText "Time left: about 12 seconds"
                  sectionfooter
                   paragraph
                    StaticText "Nothing is installed. Kept are one cookie and, while this tab is open, a note."
                   paragraph
                    StaticText "Reference for the operator of this site: "
                    code
                     StaticText "GALLERY-01"
                """);

        States.say(browser, "failed.cookies");
        assertThat(browser.perceives("button", "Try again")).isTrue();
        assertThat(browser.perceives("progressbar", BAR)).isFalse();
        assertTree(browser, """
                RootWebArea "A short check"
                 main
                  heading "A short check" level=1
                   StaticText "A short check"
                  paragraph
                   StaticText "This site keeps scrapers away by a small calculation, which your browser does by itself. Then your page loads."
                  status live=polite
                   paragraph
                    strong
                     StaticText "Cookies are off."
                    StaticText " Allow cookies for this site, then try again. Without one, the site cannot remember that you passed."
                  button "Try again"
                   StaticText "Try again"
                  sectionfooter
                   paragraph
                    StaticText "Nothing is installed. Kept are one cookie and, while this tab is open, a note."
                   paragraph
                    StaticText "Reference for the operator of this site: "
                    code
                     StaticText "GALLERY-01"
                """);
    }

    @EveryEngine(Setting.SCRIPTS_OFF)
    void wait_withScriptsOff_isWhatToDoAndItsLinkComesFirst(Browser browser) {
        browser.open(demo.url(Piece.WAIT.path()));
        browser.press(Key.TAB);

        assertThat(browser.eval("[document.activeElement.textContent, document.activeElement.pathname]"))
                .isEqualTo(List.of("Continue", "/.stile/wait"));
        KeyboardTest.assertSeen(browser);
        assertThat(browser.perceives("heading", HEADING)).isTrue();
        assertThat(browser.perceives("link", "Continue")).isTrue();
        assertThat(browser.perceives("progressbar", "")).isFalse();
        assertTree(browser, """
                RootWebArea "A short check" focused=true
                 main
                  heading "A short check" level=1
                   StaticText "A short check"
                  paragraph
                   StaticText "This site keeps scrapers away by a small calculation, which your browser does by itself. Then your page loads."
                  paragraph
                   strong
                    StaticText "Without JavaScript this takes a few seconds."
                   StaticText " Then the page continues by itself. If it does not, follow this link: "
                   link "Continue" focused=true
                    StaticText "Continue"
                  sectionfooter
                   paragraph
                    StaticText "Nothing is installed. Kept are one cookie and, while this tab is open, a note."
                   paragraph
                    StaticText "Reference for the operator of this site: "
                    code
                     StaticText "GALLERY-01"
                """);
    }

    /** A change of the bar says nothing: a screen reader tells it when it is asked, or by sounds of its own. */
    @EveryEngine
    void status_untilThePageArrives_saysEachSentenceOnce(Browser browser) {
        demo.network().prelude(LISTEN);
        demo.network().refuseRedeems("forged");
        browser.open(demo.url("/always/"));
        Demo.untilSaid(browser, "failed.refused");
        assertThat(heard(browser))
                .isEqualTo(List.of(
                        "Your browser is calculating. This usually takes a moment.",
                        "The site did not accept the result. Try again. If that does not help, ask the operator of the"
                                + " site and quote the reference below."));

        demo.network().mend();
        browser.click("#act");
        Demo.untilArrived(browser);
        assertThat(heard(browser).subList(2, heard(browser).size()))
                .startsWith("Your browser is calculating. This usually takes a moment.")
                .doesNotHaveDuplicates();
    }

    @SuppressWarnings("unchecked")
    private static List<Object> heard(Browser browser) {
        return (List<Object>) browser.eval("JSON.parse(sessionStorage.getItem('heard'))");
    }

    private static void assertTree(Browser browser, String tree) {
        if (browser.engine().showsAccessibilityTree()) {
            assertThat(String.join("\n", browser.accessibilityTree()) + "\n").isEqualTo(tree);
        }
    }
}
