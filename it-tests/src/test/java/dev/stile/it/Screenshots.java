package dev.stile.it;

import dev.stile.it.browser.Browser;
import dev.stile.it.browser.Browsers;
import dev.stile.it.browser.Engine;
import dev.stile.it.browser.Setting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * Takes the pictures in {@code docs/screenshots}, in Chromium. Not named as tests are, so that it runs only when asked
 * for: {@code mvn -pl it-tests -am verify -Dtest=Screenshots -Dsurefire.failIfNoSpecifiedTests=false}.
 */
class Screenshots {
    private static final Path DIRECTORY = Path.of("..", "docs", "screenshots");

    /** Enough work to see the bar half full. */
    private static final Map<String, String> WORK = Map.of("bits", "20", "rounds", "48", "period-seconds", "600");

    @Test
    void takeAll() throws IOException {
        Files.createDirectories(DIRECTORY);
        try (Browser light = Browsers.start(Engine.CHROMIUM, Set.of());
                Browser dark = Browsers.start(Engine.CHROMIUM, Set.of(Setting.DARK))) {
            takePages(light, dark);
            takeDemo(light, "demo-light.png");
            takeDemo(dark, "demo-dark.png");
        }
        try (Browser cookiesOff = Browsers.start(Engine.CHROMIUM, Set.of(Setting.COOKIES_OFF));
                Demo demo = Demo.start()) {
            cookiesOff.resize(800, 600);
            cookiesOff.open(demo.url("/always/"));
            Demo.untilSaid(cookiesOff, "failed.cookies");
            take(cookiesOff, "failure-cookies.png");
        }
    }

    @Test
    void takeScraper() throws IOException {
        try (Browser light = Browsers.start(Engine.CHROMIUM, Set.of());
                Browser dark = Browsers.start(Engine.CHROMIUM, Set.of(Setting.DARK))) {
            takeScraper(light, 1_000, 1_850, "scraper-light.png");
            takeScraper(dark, 390, 1_800, "scraper-phone.png");
        }
    }

    private static void takePages(Browser light, Browser dark) throws IOException {
        takeAtWork(light, 800, 600, "page-light.png");
        takeAtWork(dark, 800, 600, "page-dark.png");
        takeAtWork(light, 390, 844, "page-phone.png");
    }

    private static void takeAtWork(Browser browser, int width, int height, String name) throws IOException {
        try (Demo demo = Demo.start(WORK)) {
            browser.forget();
            browser.resize(width, height);
            browser.open(demo.url("/always/"));
            browser.until("half done", page -> Boolean.TRUE.equals(page.eval("progress.value > 0.45")));
            take(browser, name);
        }
    }

    private static void takeDemo(Browser browser, String name) throws IOException {
        try (Demo demo = Demo.start()) {
            browser.forget();
            browser.resize(1_000, 800);
            browser.open(demo.url(Demo.LOOPBACK, "/"));
            take(browser, name);
        }
    }

    private static void takeScraper(Browser browser, int width, int height, String name) throws IOException {
        try (Demo demo = Demo.start()) {
            browser.forget();
            browser.resize(width, height);
            browser.open(demo.url(Demo.LOOPBACK, "/scraper/"));
            browser.click("#start");
            // Long enough for a pass to be spent more than once.
            browser.until("well under way", page -> page.exists("#view .chart rect:nth-of-type(15)"));
            browser.eval("scrollTo(0, 0)");
            take(browser, name);
        }
    }

    private static void take(Browser browser, String name) throws IOException {
        Files.write(DIRECTORY.resolve(name), browser.screenshot());
    }
}
