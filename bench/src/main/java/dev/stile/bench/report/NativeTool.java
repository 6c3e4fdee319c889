package dev.stile.bench.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs {@code stile-native}, which {@code bench/native/build} has made. */
public final class NativeTool {
    private static final Path TOOL = Path.of("bench", "target", "native", "stile-native");

    private NativeTool() {}

    /** A subcommand as a process whose standard error is ours. */
    public static Process start(Object... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(TOOL.toString()));
        for (Object argument : arguments) {
            command.add(argument.toString());
        }
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    /**
     * Works for passes, one an address: text lines of an address and a cookie.
     *
     * @throws IOException if the gate does not grant them all
     */
    public static List<String> passes(int port, int count) throws IOException {
        Process process = start("passes", port, count);
        List<String> lines =
                process.inputReader(StandardCharsets.US_ASCII).lines().toList();
        if (lines.size() != count) {
            throw new IOException(lines.size() + " of " + count + " passes were granted");
        }
        return lines;
    }
}
