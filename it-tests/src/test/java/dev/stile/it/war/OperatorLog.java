package dev.stile.it.war;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import java.util.stream.Collectors;

/** What an operator reads while this is open: all that Stile and the container log, instead of the console. */
final class OperatorLog implements AutoCloseable {
    private final Logger root = Logger.getLogger("");
    private final List<Handler> console = List.of(root.getHandlers());
    private final Collector collector = new Collector();

    OperatorLog() {
        console.forEach(root::removeHandler);
        root.addHandler(collector);
    }

    /** All records, with the traces of what was thrown. */
    String text() {
        return collector.texts.stream().collect(Collectors.joining("\n"));
    }

    /** The messages of one logger. */
    List<String> messages(String logger) {
        return collector.records.stream()
                .filter(logged -> logger.equals(logged.getLoggerName()))
                .map(LogRecord::getMessage)
                .toList();
    }

    @Override
    public void close() {
        root.removeHandler(collector);
        console.forEach(root::addHandler);
    }

    private static final class Collector extends Handler {
        private final List<LogRecord> records = new CopyOnWriteArrayList<>();
        private final List<String> texts = new CopyOnWriteArrayList<>();

        @Override
        public void publish(LogRecord logged) {
            StringWriter text = new StringWriter();
            text.append(new SimpleFormatter().formatMessage(logged));
            if (logged.getThrown() != null) {
                logged.getThrown().printStackTrace(new PrintWriter(text, true));
            }
            records.add(logged);
            texts.add(text.toString());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
