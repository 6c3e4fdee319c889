package dev.stile.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stile.it.browser.Browser;
import dev.stile.it.browser.EveryEngine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** An operator's texts, style and logo, as {@code docs/appearance.md} has them, are shown under the page's strict policy. */
class OwnPageTest {
    private static final Pattern NAMED =
            Pattern.compile("`/WEB-INF/page/([a-z_.]+)`\n\n```[a-z]+\n(.*?)```", Pattern.DOTALL);
    private static final Pattern STYLE = Pattern.compile("```css\n(.*?)```", Pattern.DOTALL);

    /** What tests of other pages take for granted: it is loaded, and its colours are those of the style. */
    private static final String SHOWN = """
            [document.title, document.querySelector('h1').textContent,
             getComputedStyle(document.querySelector('main')).borderRadius,
             getComputedStyle(document.querySelector('h1')).color,
             document.querySelector('img').naturalWidth, document.querySelector('img').height,
             document.querySelectorAll('svg').length]
            """;

    @TempDir
    Path folder;

    private Demo demo;

    @BeforeEach
    void start() {
        writeExample(folder);
        demo = Demo.start(Map.of("page-folder", folder.toString()));
    }

    @AfterEach
    void close() {
        demo.close();
    }

    /** The files of the documentation's example, and its style. */
    static void writeExample(Path folder) {
        try {
            String docs = Files.readString(Path.of("..", "docs", "appearance.md"));
            NAMED.matcher(docs).results().forEach(file -> write(folder.resolve(file.group(1)), file.group(2)));
            STYLE.matcher(docs).results().forEach(file -> write(folder.resolve("style.css"), file.group(1)));
            try (var files = Files.list(folder)) {
                assertThat(files).hasSize(4);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @EveryEngine
    void page_withAnOperatorsFolder_showsTextsStyleAndLogo(Browser browser) {
        demo.network().speak("de");
        demo.network().hold("/.stile/worker");
        browser.open(demo.url("/always/"));
        Demo.untilSaid(browser, "working");

        assertThat(browser.eval(SHOWN))
                .isEqualTo(List.of(
                        "Beispielbibliothek",
                        "Beispielbibliothek: kurze Prüfung",
                        "4px",
                        "rgb(28, 34, 48)",
                        96L,
                        48L,
                        0L));
        assertThat(browser.text("#status")).startsWith("Ihr Browser rechnet.");
        demo.network().speak("fr");
        browser.reload();
        Demo.untilSaid(browser, "working");
        assertThat(browser.title()).isEqualTo("Example Library");

        demo.network().release();
        Demo.untilArrived(browser);
        assertThat(demo.network().violations()).isEmpty();
        assertThat(demo.network().count("GET /.stile/style-")).isPositive();
    }
}
