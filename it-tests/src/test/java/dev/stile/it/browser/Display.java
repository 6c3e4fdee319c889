package dev.stile.it.browser;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A screen that nobody sees: one Xvfb for all browsers of this JVM. Browsers run with a window because visitors' do: without one Chromium
 * calls itself HeadlessChrome, and WebKitGTK does not start.
 */
final class Display {
    private static final String SIZE = "1600x1200x24";

    private static @Nullable Optional<String> name;

    private Display() {}

    /** The value of DISPLAY; empty where there is no Xvfb, and browsers open their windows where the user sees them. */
    static synchronized Optional<String> name() {
        // Not in a static initializer: the thread that reads the number would wait for it to end.
        if (name == null) {
            name = Programs.find("stile.it.xvfb", "Xvfb").map(Display::start);
            if (name.isEmpty() && System.getProperty("os.name").equals("Linux") && System.getenv("DISPLAY") == null) {
                throw new IllegalStateException("no X server to start browsers in: apt-get install xvfb");
            }
        }
        return name;
    }

    private static String start(Path xvfb) {
        CompletableFuture<String> number = new CompletableFuture<>();
        Subprocess.start(
                new ProcessBuilder(xvfb.toString(), "-displayfd", "1", "-screen", "0", SIZE, "-nolisten", "tcp"),
                line -> {
                    if (line.matches("[0-9]+")) {
                        number.complete(line);
                    }
                });
        try {
            return ":" + number.get(20, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException("Xvfb does not start", e);
        }
    }
}
