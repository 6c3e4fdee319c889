package dev.stile.demo;

import java.io.IOException;
import java.io.PrintStream;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Starts the demo on 127.0.0.1 and serves until it is told to end: {@code [--port N]}, by default 8080; 0 takes a free
 * one.
 */
public final class Main {

    private static final int OK = 0;
    private static final int FAILED = 1;
    private static final int MISUSED = 2;

    /** One line an event: time, level, logger, message. Read by java.util.logging before its first line. */
    private static final String LOG_FORMAT = "%1$tF %1$tT %4$-7s %3$s: %5$s%6$s%n";

    /** The container's messages are many. Held here, for java.util.logging forgets a level with its logger. */
    private static final Logger JETTY = Logger.getLogger("org.eclipse.jetty");

    private Main() {}

    public static void main(String[] arguments) throws InterruptedException {
        int status = run(System.out, System.err, arguments);
        if (status != OK) {
            System.exit(status);
        }
    }

    /** Does what the command line asks, and returns the status to exit with. */
    static int run(PrintStream out, PrintStream err, String... arguments) throws InterruptedException {
        Arguments parsed = Arguments.parse(arguments);
        if (parsed instanceof Arguments.Help) {
            out.println(Arguments.USAGE);
            return OK;
        }
        if (parsed instanceof Arguments.Wrong wrong) {
            err.println(wrong.reason());
            err.println(Arguments.USAGE);
            return MISUSED;
        }
        return serve(out, err, ((Arguments.Serve) parsed).port());
    }

    private static int serve(PrintStream out, PrintStream err, int port) throws InterruptedException {
        System.setProperty("java.util.logging.SimpleFormatter.format", LOG_FORMAT);
        JETTY.setLevel(Level.WARNING);
        try {
            DemoServer demo = DemoServer.builder().port(port).start();
            Runtime.getRuntime().addShutdownHook(new Thread(demo::close, "demo-shutdown"));
            out.println("Stile demo: " + demo.uri());
            out.flush();
            demo.join();
            return OK;
        } catch (IOException | IllegalStateException e) {
            err.println("Stile demo: " + e.getMessage());
            return FAILED;
        }
    }
}
