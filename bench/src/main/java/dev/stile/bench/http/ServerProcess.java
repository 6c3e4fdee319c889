package dev.stile.bench.http;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A {@link BenchServer} that runs until this is closed. For one thread. */
public final class ServerProcess implements AutoCloseable {
    /** Heap of the server, as much as it starts with: a heap that grows would be measured instead. */
    public static final int HEAP_MIB = 256;

    private final Process process;
    private final PrintStream commands;
    private final BufferedReader answers;
    private final int port;

    private ServerProcess(Process process) throws IOException {
        this.process = process;
        this.commands = new PrintStream(process.getOutputStream(), true, StandardCharsets.US_ASCII);
        this.answers = process.inputReader(StandardCharsets.US_ASCII);
        this.port = (int) number();
    }

    /**
     * Starts a server with the Java that runs this.
     *
     * @param parameters init-params of the filter
     * @throws IOException if it does not start; it has said why on standard error
     */
    public static ServerProcess start(Front front, Map<String, String> parameters) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xms" + HEAP_MIB + "m",
                "-Xmx" + HEAP_MIB + "m",
                "-cp",
                System.getProperty("java.class.path"),
                BenchServer.class.getName(),
                front.name()));
        parameters.forEach((name, value) -> command.add(name + "=" + value));
        return new ServerProcess(new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start());
    }

    /** Where it listens on 127.0.0.1. */
    public int port() {
        return port;
    }

    /** Bytes of heap in use after a full collection. */
    public long heapBytes() throws IOException {
        commands.println("heap");
        return number();
    }

    /** Bytes of memory that the process has, as Linux counts them (RSS). */
    public long residentBytes() throws IOException {
        try (Stream<String> lines = Files.lines(Path.of("/proc", Long.toString(process.pid()), "status"))) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> 1024 * Long.parseLong(line.replaceAll("[^0-9]", "")))
                    .findFirst()
                    .orElseThrow();
        }
    }

    /** CPU time of all its threads so far, in steps of 10 ms on Linux. */
    public Duration cpu() {
        return process.info().totalCpuDuration().orElseThrow();
    }

    @Override
    public void close() {
        commands.close();
    }

    private long number() throws IOException {
        String line = answers.readLine();
        if (line == null) {
            throw new IOException("the server has ended");
        }
        return Long.parseLong(line);
    }
}
