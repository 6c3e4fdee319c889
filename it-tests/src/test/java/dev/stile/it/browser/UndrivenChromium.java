package dev.stile.it.browser;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Chromium at one page, with nobody to ask it anything: what it does is seen at the server. For pages that prerender others, on which
 * ChromeDriver hangs.
 */
public final class UndrivenChromium {
    private UndrivenChromium() {}

    /** Starts it at this URL, and ends it when the action has returned. */
    public static void visit(String url, Runnable meanwhile) {
        Scratch scratch = new Scratch();
        Subprocess process = Subprocess.start(command(url, scratch.path()), line -> {});
        try (scratch;
                process) {
            meanwhile.run();
        }
    }

    private static ProcessBuilder command(String url, Path scratch) {
        List<String> command = new ArrayList<>();
        command.add(Chromium.binary()
                .orElseThrow(() -> new IllegalStateException("no Chromium on the PATH: apt-get install chromium"))
                .toString());
        command.addAll(Chromium.arguments());
        command.add("--user-data-dir=" + scratch);
        command.add(url);
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("TMPDIR", scratch.toString());
        Display.name().ifPresent(display -> builder.environment().put("DISPLAY", display));
        return builder;
    }
}
