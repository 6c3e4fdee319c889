package dev.stile.bench.jvm;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** The native loop of {@code bench/native}, which shares nothing between threads: how far this machine scales at all. */
final class NativeLoop {
    /** What it is in the tables. */
    static final Subject SUBJECT = Subject.of("two native loops", NativeLoop.class, "portable");

    private static final Path PROGRAM = Path.of("bench", "target", "native", "stile-native");
    private static final String SECONDS = "1";

    private NativeLoop() {}

    /** Million tries a second, all threads together. */
    static Reading read(int threads) throws IOException {
        Process loop = new ProcessBuilder(PROGRAM.toString(), "rate", "portable", SECONDS, Integer.toString(threads))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String printed = new String(loop.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Reading(Double.parseDouble(printed.strip()), 0);
    }
}
