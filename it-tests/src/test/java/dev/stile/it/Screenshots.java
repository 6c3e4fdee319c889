package dev.stile.it;

import dev.stile.it.browser.Browser;
import dev.stile.it.browser.Browsers;
import dev.stile.it.browser.Engine;
import dev.stile.it.browser.Setting;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Takes the pictures in {@code docs/screenshots}, in Chromium. Not named as tests are, so that it runs only when asked
 * for: {@code mvn -pl it-tests -am verify -Dtest=Screenshots -Dsurefire.failIfNoSpecifiedTests=false}.
 */
class Screenshots {
    private static final Path DIRECTORY = Path.of("..", "docs", "screenshots");

    /** Enough work to see the bar half full. */
    private static final Map<String, String> WORK = Map.of("bits", "20", "rounds", "48", "period-seconds", "600");

    private static final String CHOOSE_FILE = """
            (() => {
              const all = new DataTransfer();
              all.items.add(new File([new Uint8Array(%d)], "letter.txt", { type: "text/plain" }));
              document.getElementById("file").files = all.files;
              return all.files.length;
            })()
            """;

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

    /** The page in all languages, on one sheet; needs fonts for them (Debian: fonts-noto-core, fonts-noto-cjk). */
    @Test
    void takeLanguages() throws IOException {
        List<BufferedImage> phone = new ArrayList<>();
        List<BufferedImage> desktop = new ArrayList<>();
        try (Browser browser = Browsers.start(Engine.CHROMIUM, Set.of());
                Demo demo = Demo.start(Demo.ENDLESS_WORK)) {
            for (String tag : languages()) {
                demo.network().speak(tag);
                browser.forget();
                browser.resize(320, 720);
                browser.open(demo.url("/always/"));
                browser.until("at work in " + tag, page -> tag.equals(page.eval("document.documentElement.lang")));
                Demo.untilSaid(browser, "working");
                if (!Boolean.FALSE.equals(browser.eval("document.documentElement.scrollWidth > innerWidth"))) {
                    throw new AssertionError(tag + " is wider than the screen");
                }
                phone.add(ImageIO.read(new ByteArrayInputStream(browser.screenshot())));
                browser.resize(640, 480);
                desktop.add(ImageIO.read(new ByteArrayInputStream(browser.screenshot())));
            }
        }
        Sheet.write(phone, 9, 0.5, DIRECTORY.resolve("languages.png"));
        // To look at; too large to keep.
        Sheet.write(phone, 8, 1, Path.of("target", "languages-phone.png"));
        Sheet.write(desktop, 4, 1, Path.of("target", "languages-desktop.png"));
    }

    private static Set<String> languages() throws IOException {
        Properties languages = new Properties();
        try (Reader list = Files.newBufferedReader(
                Path.of("../filter-core/src/main/resources/dev/stile/page/messages/languages.properties"))) {
            languages.load(list);
        }
        return new TreeSet<>(languages.stringPropertyNames());
    }

    @Test
    void takeArabic() throws IOException {
        try (Browser browser = Browsers.start(Engine.CHROMIUM, Set.of());
                Demo demo = Demo.start(WORK)) {
            demo.network().speak("ar");
            takeHalfDone(browser, demo, "page-arabic.png");
        }
    }

    /** The example of {@code docs/appearance.md}. */
    @Test
    void takeOwnPage(@TempDir Path folder) throws IOException {
        OwnPageTest.writeExample(folder);
        Map<String, String> options = new HashMap<>(WORK);
        options.put("page-folder", folder.toString());
        try (Browser browser = Browsers.start(Engine.CHROMIUM, Set.of());
                Demo demo = Demo.start(options)) {
            demo.network().speak("de");
            takeHalfDone(browser, demo, "own-page.png");
        }
    }

    private static void takeHalfDone(Browser browser, Demo demo, String name) throws IOException {
        browser.resize(800, 600);
        browser.open(demo.url("/always/"));
        browser.until("half done", page -> Boolean.TRUE.equals(page.eval("progress.value > 0.45")));
        take(browser, name);
    }

    @Test
    void takeScripts() throws IOException {
        try (Browser light = Browsers.start(Engine.CHROMIUM, Set.of());
                Demo demo = Demo.start()) {
            light.resize(800, 700);
            light.open(demo.url("/scripts/fetch"));
            light.click("[data-send='400']");
            light.until("all", page -> page.text("#state").startsWith("400 requests, 400 answers, 2 proofs"));
            take(light, "scripts-fetch.png");
            light.open(demo.url("/scripts/htmx"));
            light.click("#find");
            light.until("found", page -> page.text("#answer").startsWith("CYNIC"));
            take(light, "scripts-htmx.png");
            light.open(demo.url("/scripts/live"));
            light.until("connected", page -> page.text("#state").startsWith("Connected"));
            take(light, "scripts-live.png");
        }
    }

    @Test
    void takeForms() throws IOException {
        try (Browser light = Browsers.start(Engine.CHROMIUM, Set.of());
                Demo demo = Demo.start()) {
            light.resize(800, 900);
            light.open(demo.url("/form"));
            light.eval(CHOOSE_FILE.formatted(1 << 10));
            take(light, "form.png");
            light.click("#send");
            light.until("arrived", page -> page.title().startsWith("It has arrived"));
            take(light, "form-arrived.png");
            light.forget();
            light.resize(800, 600);
            light.open(demo.url("/form"));
            light.eval(CHOOSE_FILE.formatted(5 << 20));
            light.click("#send");
            light.until("a button", page -> !page.text("#act").isEmpty());
            take(light, "form-large.png");
        }
    }

    /** What a visitor without scripts sees who waits, and where they arrive. */
    @Test
    void takeText() throws IOException {
        try (Browser scriptsOff = Browsers.start(Engine.CHROMIUM, Set.of(Setting.SCRIPTS_OFF));
                Demo demo = Demo.start()) {
            scriptsOff.resize(800, 700);
            scriptsOff.open(demo.url("/text/"));
            take(scriptsOff, "wait.png");
            scriptsOff.until("arrived", page -> page.title().startsWith("Read without scripts"));
            take(scriptsOff, "text.png");
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
