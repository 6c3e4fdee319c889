package dev.stile.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stile.it.browser.Browser;
import dev.stile.it.browser.EveryEngine;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Visitors read the page in their language, in its direction and with its plurals. */
class LanguageTest {
    private static final String PAGE = """
            [document.documentElement.lang, getComputedStyle(document.querySelector('main')).direction, document.title,
             document.documentElement.scrollWidth > innerWidth]
            """;

    /** How far an element, in whole pixels, is from the right edge of the text. */
    private static final String FROM_THE_RIGHT = """
            (css => {
              const main = document.querySelector('main');
              const edge = main.getBoundingClientRect().right - parseFloat(getComputedStyle(main).paddingRight);
              return Math.round(edge - document.querySelector(css).getBoundingClientRect().right);
            })("%s")
            """;

    /** How much time is left follows from the machine: so the test says it, and the browser puts it into words. */
    private static final String AMOUNT = """
            const Known = Intl.NumberFormat;
            Intl.NumberFormat = function (language, options) {
              return { format: () => new Known(language, { ...options, unit: "second" }).format(window.amount || 1) };
            };
            Intl.NumberFormat.supportedLocalesOf = (language) => Known.supportedLocalesOf(language);
            """;

    private Demo demo;

    @BeforeEach
    void start() {
        demo = Demo.start();
    }

    @AfterEach
    void close() {
        assertThat(demo.network().violations()).isEmpty();
        demo.close();
    }

    private void openAtWork(Browser browser, String acceptLanguage) {
        demo.network().speak(acceptLanguage);
        demo.network().hold("/.stile/worker");
        browser.open(demo.url("/always/"));
        Demo.untilSaid(browser, "working");
    }

    @EveryEngine
    void page_inArabic_isMirroredAndArrives(Browser browser) {
        openAtWork(browser, "ar-EG,ar;q=0.9,en;q=0.8");

        assertThat(browser.eval(PAGE)).isEqualTo(List.of("ar", "rtl", "فحص سريع", false));
        assertThat(browser.text("#status")).isEqualTo("يجري متصفّحك العملية الحسابية. يستغرق ذلك عادةً لحظات.");
        assertThat(browser.eval(FROM_THE_RIGHT.formatted("svg"))).isEqualTo(0L);
        // The reference is Latin, at the end of its line: on the left of what it is said to be.
        assertThat(browser.eval("getComputedStyle(reference).direction")).isEqualTo("ltr");

        demo.network().release();
        Demo.untilArrived(browser);
    }

    @EveryEngine
    void page_inJapanese_isInJapanese(Browser browser) {
        openAtWork(browser, "ja");

        assertThat(browser.eval(PAGE)).isEqualTo(List.of("ja", "ltr", "簡単な確認", false));
        assertThat(browser.text("#status")).isEqualTo("ブラウザが計算しています。通常はすぐに終わります。");
        assertThat(browser.eval("progress.labels[0].textContent")).isEqualTo("計算の進み具合");
    }

    @EveryEngine
    void timeLeft_inPolish_hasThePluralsOfPolish(Browser browser) {
        try (Demo endless = Demo.start(Demo.ENDLESS_WORK)) {
            endless.network().speak("pl-PL,pl;q=0.9");
            endless.network().prelude(AMOUNT);
            browser.open(endless.url("/always/"));
            assertSaysTimeLeft(browser, 1, "1 sekunda");
            assertSaysTimeLeft(browser, 2, "2 sekundy");
            assertSaysTimeLeft(browser, 5, "5 sekund");
            assertSaysTimeLeft(browser, 22, "22 sekundy");
        }
    }

    private static void assertSaysTimeLeft(Browser browser, int amount, String words) {
        browser.eval("void (window.amount = " + amount + ")");
        browser.until(
                words,
                page -> ("Szacowany pozostały czas: " + words)
                        .equals(page.text("#remaining").replace('\u00a0', ' ')));
    }
}
