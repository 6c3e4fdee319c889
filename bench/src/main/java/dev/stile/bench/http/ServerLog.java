package dev.stile.bench.http;

import java.io.OutputStream;
import java.util.logging.ConsoleHandler;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import java.util.logging.StreamHandler;

/**
 * A server's log as it is by default, with every decision at INFO, formatted line by line; but written nowhere, for a
 * disk is not what is measured. Warnings go to standard error as well.
 */
final class ServerLog {
    private ServerLog() {}

    static void begin() {
        LogManager.getLogManager().reset();
        Logger root = Logger.getLogger("");
        Handler console = new ConsoleHandler();
        console.setLevel(Level.WARNING);
        root.addHandler(console);
        root.addHandler(new Nowhere());
    }

    /** Flushes after each line, as a console does. */
    private static final class Nowhere extends StreamHandler {
        Nowhere() {
            super(OutputStream.nullOutputStream(), new SimpleFormatter());
        }

        @Override
        public synchronized void publish(LogRecord line) {
            super.publish(line);
            flush();
        }
    }
}
