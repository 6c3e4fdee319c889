package dev.stile.bench.http;

import dev.stile.bench.MarkedTables;
import dev.stile.bench.http.Load.Sender;
import dev.stile.bench.report.NativeTool;
import dev.stile.bench.report.PerformancePage;
import dev.stile.bench.report.Sample;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** Measures what the filter costs through HTTP; {@code bin/bench http} runs it. */
public final class HttpReport {
    private static final int ROUNDS = 7;
    private static final int SECONDS = 4;
    private static final int WARM_UP_SECONDS = 12;

    /** Each pass buys 6,000 requests, the most that a policy can say: enough for all that is sent. */
    private static final int PASSES = 1_000;

    private static final String POLICY = "budget: {requests: 6000}\nrules:\n  - include: default\n";

    private final Path clients;
    private final List<Case> cases;

    private HttpReport(Path clients, List<Case> cases) {
        this.clients = clients;
        this.cases = cases;
    }

    /**
     * Measures, and writes the section {@code http} of docs/performance.md.
     *
     * @param args the folder of the docs
     */
    public static void main(String[] args) throws IOException {
        Path folder = Files.createTempDirectory("stile-bench");
        Path policy = Files.writeString(folder.resolve("policy.yaml"), POLICY);
        Path clients = folder.resolve("clients.txt");
        try (ServerProcess none = ServerProcess.start(Front.NONE, Map.of());
                ServerProcess dos = ServerProcess.start(Front.DOS_FILTER, Map.of());
                ServerProcess stile = ServerProcess.start(Front.STILE, Map.of("policy-file", policy.toString()))) {
            Files.write(clients, NativeTool.passes(stile.port(), PASSES));
            HttpReport report = new HttpReport(
                    clients,
                    List.of(
                            new Case("no filter", none, Sender.VISITOR),
                            new Case("Jetty's DoSFilter", dos, Sender.VISITOR),
                            new Case("Stile, a valid pass", stile, Sender.VISITOR),
                            new Case("Stile, no pass: the page of a challenge", stile, Sender.PROGRAM)));
            report.measure();
            PerformancePage.put(Path.of(args[0]), "http", report.markdown());
        } finally {
            Files.deleteIfExists(clients);
            Files.deleteIfExists(policy);
            Files.deleteIfExists(folder);
        }
    }

    /** One kind of request to one server, and what its runs gave. */
    private record Case(String name, ServerProcess server, Sender sender, List<Run> runs) {
        Case(String name, ServerProcess server, Sender sender) {
            this(name, server, sender, new ArrayList<>());
        }

        Sample sample(ToDoubleFunction<Run> figure) {
            return new Sample(runs.stream().mapToDouble(figure).toArray());
        }
    }

    /**
     * @param cpu of the server
     */
    private record Run(Load load, Duration cpu) {
        double cpuMicros() {
            return cpu.toNanos() / 1e3 / load.requests();
        }
    }

    private void measure() throws IOException {
        for (Case each : cases) {
            Load.of(each.server.port(), clients, each.sender, WARM_UP_SECONDS);
        }
        for (int round = 0; round < ROUNDS; round++) {
            for (Case each : cases) {
                each.runs.add(run(each));
            }
        }
    }

    private Run run(Case each) throws IOException {
        Duration before = each.server.cpu();
        Load load = Load.of(each.server.port(), clients, each.sender, SECONDS);
        long expected = each.sender == Sender.VISITOR ? 0 : load.requests();
        if (load.errors() != expected) {
            throw new IOException(
                    each.name + ": " + load.errors() + " of " + load.requests() + " were not answered as they should");
        }
        return new Run(load, each.server.cpu().minus(before));
    }

    private String markdown() {
        String heads = "requests a second, the server's CPU a request, and their ratios";
        return """
                %d rounds of %d s each in turn, median (least to greatest) of %s: wrk with one thread and %d connections, on the \
                same machine, against one Jetty 12 each with %d MiB of heap and a page of 1 kB. %,d passes of as many addresses, \
                the shipped default policy. wrk takes CPU too: the server's CPU a request is the steadier figure.

                %s
                """.formatted(ROUNDS, SECONDS, heads, Load.CONNECTIONS, ServerProcess.HEAP_MIB, PASSES, table());
    }

    private String table() {
        Case none = cases.get(0);
        Case dos = cases.get(1);
        return MarkedTables.table(
                List.of(
                        "before the page",
                        "requests a second",
                        "to no filter",
                        "to DoSFilter",
                        "CPU a request, µs",
                        "to no filter",
                        "p50, ms",
                        "p99, ms",
                        "p99 to no filter"),
                cases.stream().map(each -> row(each, none, dos)));
    }

    private static List<String> row(Case each, Case none, Case dos) {
        Sample rate = each.sample(run -> run.load().rate());
        Sample cpu = each.sample(Run::cpuMicros);
        Sample p99 = each.sample(run -> run.load().p99Millis());
        return List.of(
                each.name,
                rate.text("%,.0f"),
                rate.over(none.sample(run -> run.load().rate())).text("%.2f"),
                rate.over(dos.sample(run -> run.load().rate())).text("%.2f"),
                cpu.text("%.1f"),
                cpu.over(none.sample(Run::cpuMicros)).text("%.2f"),
                each.sample(run -> run.load().p50Millis()).text("%.2f"),
                p99.text("%.2f"),
                p99.over(none.sample(run -> run.load().p99Millis())).text("%.2f"));
    }
}
