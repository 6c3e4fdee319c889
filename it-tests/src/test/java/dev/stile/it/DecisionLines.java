package dev.stile.it;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** The lines that the gates write to {@code dev.stile.decisions} while this is open. */
final class DecisionLines extends Handler implements AutoCloseable {
    private final Logger log = Logger.getLogger("dev.stile.decisions");
    private final List<String> lines = new CopyOnWriteArrayList<>();

    DecisionLines() {
        log.addHandler(this);
    }

    List<String> lines() {
        return List.copyOf(lines);
    }

    @Override
    public void publish(LogRecord entry) {
        lines.add(entry.getMessage());
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
        log.removeHandler(this);
    }
}
