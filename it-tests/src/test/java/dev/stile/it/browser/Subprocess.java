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
    private final Thread endWithUs;

    private Subprocess(Process process) {
        this.process = process;
        this.endWithUs = new Thread(() -> end(process), "end " + process.pid());
        Runtime.getRuntime().addShutdownHook(endWithUs);
    }

    /** Starts it; each line that it writes, to either stream, goes to {@code lines}, on a thread of its own. */
    static Subprocess start(ProcessBuilder builder, Consumer<String> lines) {
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

    @Override
    public void close() {
        end(process);
        try {
            Runtime.getRuntime().removeShutdownHook(endWithUs);
        } catch (IllegalStateException e) {
            // The JVM is shutting down already and will run the hook, which finds nothing left to do.
        }
    }

    /** Ends its children too: a driver that is killed leaves its browser running. */
    private static void end(Process process) {
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
        try {
            if (!process.waitFor(5, TimeUnit.SECONDS)) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly().waitFor(5, TimeUnit.SECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
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
