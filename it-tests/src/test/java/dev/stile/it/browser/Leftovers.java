package dev.stile.it.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/**
 * What must not outlive this JVM when it is stopped in the middle of a test: all processes below it, those of Selenium too, and the
 * directories that browsers write in.
 */
final class Leftovers {
    private static final int ROUNDS = 10;

    private static final Set<Path> DIRECTORIES = ConcurrentHashMap.newKeySet();

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(Leftovers::remove, "leftovers"));
    }

    private Leftovers() {}

    /** To be called before anything is started. */
    static void removeAtExit() {
        // The static initializer has done it.
    }

    static void add(Path directory) {
        DIRECTORIES.add(directory);
    }

    static void delete(Path directory) {
        try (Stream<Path> files = Files.walk(directory)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException | UncheckedIOException e) {
            // A process of the browser may still write there. It is a temporary directory.
        }
        DIRECTORIES.remove(directory);
    }

    /** In rounds, because the test that is interrupted goes on, fails, and is followed by others that start browsers. */
    private static void remove() {
        for (int round = 0; round < ROUNDS; round++) {
            List<ProcessHandle> running = ProcessHandle.current().descendants().toList();
            if (running.isEmpty()) {
                break;
            }
            boolean forcibly = round > 0;
            running.forEach(process -> end(process, forcibly));
            awaitEnd(running);
        }
        List.copyOf(DIRECTORIES).forEach(Leftovers::delete);
    }

    private static void end(ProcessHandle process, boolean forcibly) {
        if (forcibly) {
            process.destroyForcibly();
        } else {
            process.destroy();
        }
    }

    private static void awaitEnd(List<ProcessHandle> processes) {
        try {
            CompletableFuture.allOf(
                            processes.stream().map(ProcessHandle::onExit).toArray(CompletableFuture[]::new))
                    .get(2, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            // The next round is less polite.
        }
    }
}
