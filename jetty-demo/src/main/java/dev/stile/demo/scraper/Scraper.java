package dev.stile.demo.scraper;

import dev.stile.demo.archive.Archive;
import dev.stile.demo.archive.Entry;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The server's one scraper. It runs one {@link Plan} at a time, against this server's own port on 127.0.0.1, and ends
 * with the server. Safe for threads.
 */
public final class Scraper implements AutoCloseable {

    /** What is under way ends in milliseconds; its threads keep no program from ending. */
    private static final Duration GRACE = Duration.ofSeconds(1);

    private final List<String> entries;
    private final IntSupplier port;
    private @Nullable Run run;
    private boolean closed;

    /**
     * @param port the server's port for plain http, asked when a run starts
     */
    public Scraper(Archive archive, IntSupplier port) {
        this.entries = archive.entries().stream().map(Entry::slug).toList();
        this.port = port;
    }

    /**
     * Starts a run through the archive of one application, and forgets the one before.
     *
     * @param contextPath empty, or a path that begins with a slash and ends without one
     * @return false, where nothing was started: another run goes on, or the server ends
     */
    public synchronized boolean start(String contextPath, Plan plan) {
        if (closed || (run != null && run.isAlive())) {
            return false;
        }
        List<String> pages =
                entries.stream().map(slug -> contextPath + "/entries/" + slug).toList();
        run = Run.start(plan, pages, port.getAsInt());
        return true;
    }

    /** Ends the run that goes on, if there is one. Its report stays. */
    public synchronized void stop() {
        if (run != null) {
            run.stop();
        }
    }

    /** How the last run stands; empty before the first. */
    public synchronized Optional<Report> report() {
        return Optional.ofNullable(run).map(Run::report);
    }

    /** Ends the run that goes on, gives it {@link #GRACE}, and starts none any more. */
    @Override
    public synchronized void close() {
        closed = true;
        stop();
        try {
            if (run != null) {
                run.awaitEnd(GRACE);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
