package dev.stile.bench.jvm;

import dev.stile.bench.report.NativeTool;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** The native loop of {@code bench/native}, which shares nothing between threads: how far this machine scales at all. */
final class NativeLoop {
    /** What it is in the tables. */
    static final Subject SUBJECT = Subject.of("two native loops", NativeLoop.class, "portable");

    private static final int SECONDS = 1;

    private NativeLoop() {}

    /** Million tries a second, all threads together. */
    static Reading read(int threads) throws IOException {
        Process loop = NativeTool.start("rate", SUBJECT.method(), SECONDS, threads);
        String printed = new String(loop.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
        return new Reading(Double.parseDouble(printed.strip()), 0);
    }
}
