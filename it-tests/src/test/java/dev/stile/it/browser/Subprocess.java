package dev.stile.it.browser;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** A program that runs beside the tests and ends with them, whatever way they end. */
final class Subprocess implements AutoCloseable {
    private final Process process;

    private Subprocess(Process process) {
        this.process = process;
    }

    /** Starts it; each line that it writes, to either stream, goes to {@code lines}, on a thread of its own. */
    static Subprocess start(ProcessBuilder builder, Consumer<String> lines) {
        Leftovers.removeAtExit();
        try {
            Process process = builder.redirectErrorStream(true).start();
            Thread reader = new Thread(
                    () -> read(process, lines), "output of " + builder.command().get(0));
            reader.setDaemon(true);
            reader.start();
            return new Subprocess(process);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean awaitEnd(long seconds) {
        try {
            return process.waitFor(seconds, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Ends its children too: a driver that is killed leaves its browser running. */
    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
        if (!awaitEnd(5)) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    private static void read(Process process, Consumer<String> lines) {
        try (BufferedReader reader =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line; (line = reader.readLine()) != null; ) {
                lines.accept(line);
            }
        } catch (IOException e) {
            // The program has ended and its pipe with it.
        }
    }
}
