package dev.stile.policyfile;

import dev.stile.gate.GateTerms;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The terms in force. Those of a file are read again when the file or a list that it names has changed: all or nothing,
 * and a file with mistakes changes nothing. {@link #get()} is safe for threads; a thread of its own looks for changes.
 */
public final class LivePolicy implements Supplier<GateTerms>, AutoCloseable {
    private static final Logger LOG = System.getLogger("dev.stile");
    private static final long MAX_END_MILLIS = 1_000;
    private static final int SHOWN_DIGITS = 16;

    private final Optional<FileCheck> check;
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile Running running;
    private @Nullable Thread thread;

    private record Running(GateTerms terms, String source) {}

    private LivePolicy(Running running, Optional<FileCheck> check) {
        this.running = running;
        this.check = check;
    }

    /**
     * The terms of a file, or those that hold without one.
     *
     * @param problems is told everything that is wrong with the file; the terms are then those without one
     */
    public static LivePolicy start(PolicyReader reader, Optional<PolicyFile> file, Consumer<String> problems) {
        if (file.isEmpty()) {
            return new LivePolicy(new Running(reader.withoutFile(), "init-params"), Optional.empty());
        }
        PolicyReading first = reader.read(file.get());
        first.problems().forEach(problems);
        return new LivePolicy(
                new Running(
                        first.terms().orElseGet(reader::withoutFile),
                        source(file.get().name(), first)),
                Optional.of(new FileCheck(reader, file.get(), first)));
    }

    private static String source(String file, PolicyReading reading) {
        return file + " sha256:" + reading.hash().substring(0, SHOWN_DIGITS);
    }

    @Override
    public GateTerms get() {
        return running.terms();
    }

    /** Where the terms come from: {@code init-params}, or a file's name and the beginning of a hash of what it said. */
    public String source() {
        return running.source();
    }

    /** Starts to look for changes, until {@link #close()}. Does nothing where there is no file. */
    public void watch(Duration every) {
        if (check.isPresent() && thread == null) {
            thread = new Thread(() -> look(every), "stile-policy");
            thread.setDaemon(true);
            thread.start();
        }
    }

    private void look(Duration every) {
        try {
            while (!ended.await(every.toMillis(), TimeUnit.MILLISECONDS)) {
                look();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Looks once. */
    void look() {
        try {
            check.flatMap(FileCheck::changed).ifPresent(this::take);
        } catch (RuntimeException e) {
            // The running policy goes on, and so does looking.
            LOG.log(Level.ERROR, "Stile could not look for changes of its policy", e);
        }
    }

    private void take(FileCheck.Change change) {
        List<String> problems = change.reading().problems();
        if (problems.isEmpty()) {
            change.reading()
                    .terms()
                    .ifPresent(taken -> running = new Running(taken, source(change.file(), change.reading())));
            LOG.log(
                    Level.INFO,
                    () -> "Stile took the changed policy of " + change.file() + ": "
                            + (change.changes().isEmpty() ? "it says the same" : String.join(", ", change.changes())));
        } else {
            LOG.log(
                    Level.WARNING,
                    () -> "Stile keeps the policy that is running, for the changed one has mistakes:\n  - "
                            + String.join("\n  - ", problems));
        }
    }

    /** Ends the thread. */
    @Override
    public void close() {
        ended.countDown();
        if (thread != null) {
            try {
                thread.join(MAX_END_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
