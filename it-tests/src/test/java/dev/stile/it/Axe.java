package dev.stile.it;

import dev.stile.it.browser.Browser;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** axe-core, run in the page at hand. Its own rules for best practice count too. */
final class Axe {
    /** A JavaScript function: a promise of what is wrong with the page, a rule a line. */
    static final String LOOK = """
            (() => axe.run(document).then(({ violations }) =>
                violations.map(({ id, nodes }) => id + ": " + nodes.map(({ html }) => html).join(" | "))))
            """;

    private static final String AT_ONCE =
            "((work, ms) => ms > 0 ? window.setTimeout(work, ms) : (Promise.resolve().then(work), 0))";

    private static final String SOURCE = source();

    private Axe() {}

    /** Puts axe into the page. It puts off much by timers of 0 ms, which a window that is covered by another runs once a second. */
    static void load(Browser browser) {
        browser.eval("(function (setTimeout) {\n" + SOURCE + "\n})" + AT_ONCE);
    }

    /** What is wrong with the page, a rule a line. */
    static List<?> violations(Browser browser) {
        @Nullable Object found = browser.eval(LOOK + "()");
        return found instanceof List<?> list ? list : List.of("axe said " + found);
    }

    private static String source() {
        try (InputStream script = Axe.class.getResourceAsStream("/axe.min.js")) {
            if (script == null) {
                throw new IllegalStateException("axe.min.js is not on the class path");
            }
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
