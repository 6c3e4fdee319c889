package dev.stile.bench.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/**
 * What one run of wrk saw: one thread with {@value #CONNECTIONS} connections that each ask again when they are answered.
 *
 * @param requests that were answered
 * @param seconds that it took
 * @param errors answers of status 400 or more, and requests without an answer
 * @param p50Millis what half of the requests took at most
 * @param p99Millis what 99 of 100 took at most
 */
record Load(long requests, double seconds, long errors, double p50Millis, double p99Millis) {
    static final int CONNECTIONS = 16;
    private static final String MARK = "measured ";

    /**
     * Runs wrk against 127.0.0.1.
     *
     * @param clients lines of an address and a cookie, in turn the senders of requests
     */
    static Load of(int port, Path clients, Sender sender, int seconds) throws IOException {
        Process wrk = new ProcessBuilder(List.of(
                        "wrk",
                        "-t1",
                        "-c" + CONNECTIONS,
                        "-d" + seconds + "s",
                        "-s",
                        script().toString(),
                        "http://127.0.0.1:" + port + "/page",
                        "--",
                        clients.toString(),
                        sender.name()))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        return wrk.inputReader(StandardCharsets.US_ASCII)
                .lines()
                .filter(line -> line.startsWith(MARK))
                .map(line -> parse(line.substring(MARK.length()).split(" ")))
                .findFirst()
                .orElseThrow(() -> new IOException("wrk has not measured"));
    }

    /** Who asks. Both send as many bytes as they are, to whatever server. */
    enum Sender {
        /** A browser with a valid pass. */
        VISITOR,
        /** A program that says so, and has no pass. */
        PROGRAM
    }

    double rate() {
        return requests / seconds;
    }

    /** What the script prints: requests, µs, errors, p50 and p99 in µs. */
    static Load parse(String[] fields) {
        return new Load(
                Long.parseLong(fields[0]),
                Long.parseLong(fields[1]) / 1e6,
                Long.parseLong(fields[2]),
                Double.parseDouble(fields[3]) / 1e3,
                Double.parseDouble(fields[4]) / 1e3);
    }

    private static Path script() {
        try {
            return Path.of(Load.class.getResource("load.lua").toURI());
        } catch (URISyntaxException e) {
            throw new UncheckedIOException(new IOException(e));
        }
    }
}
