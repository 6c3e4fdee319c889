package dev.stile.bench.simulation;

import dev.stile.bench.MarkedTables;
import dev.stile.bench.cost.Solver;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Runs all traces and draws them into {@code docs/plots}; {@code bin/bench simulation} runs it. */
public final class Simulation {
    private Simulation() {}

    /**
     * Runs and draws everything.
     *
     * @param args the folder of the docs
     */
    public static void main(String[] args) throws IOException {
        Path docs = Path.of(args[0]);
        Files.createDirectories(docs.resolve("plots"));
        Map<Trace, Measures> runs = runs();
        for (Map.Entry<Trace, Measures> run : runs.entrySet()) {
            Files.writeString(plot(docs, run.getKey()), Plot.of(run.getKey(), run.getValue()));
        }
        Path doc = docs.resolve("difficulty.md");
        Files.writeString(doc, MarkedTables.replaced(Files.readString(doc), "traces", table(runs)));
    }

    /** Every trace, run. */
    static Map<Trace, Measures> runs() {
        Map<Trace, Measures> runs = new LinkedHashMap<>();
        Traces.ALL.forEach(trace -> runs.put(trace, World.run(trace)));
        return runs;
    }

    static Path plot(Path docs, Trace trace) {
        return docs.resolve("plots").resolve(trace.name() + ".svg");
    }

    /** One line a trace. */
    static String table(Map<Trace, Measures> runs) {
        List<String> heads = List.of(
                "trace",
                "honest requests asked",
                "slow phone, median (p95)",
                "the same in an emergency",
                "attacker's pages",
                "CPU time of a thousand of them",
                "peak load",
                "honest requests that found no thread");
        return MarkedTables.table(heads, runs.entrySet().stream().map(run -> row(run.getKey(), run.getValue())));
    }

    private static List<String> row(Trace trace, Measures m) {
        return List.of(
                "[" + trace.name() + "](plots/" + trace.name() + ".svg)",
                percent(m.askedOverall(Role.HONEST)),
                waits(
                        m.honestSecondsBelowEmergency(Solver.PHONE, 0.5),
                        m.honestSecondsBelowEmergency(Solver.PHONE, 0.95)),
                waits(m.honestSecondsInEmergency(Solver.PHONE, 0.5), m.honestSecondsInEmergency(Solver.PHONE, 0.95)),
                format("%,.0f", m.pages(Role.ATTACKER)),
                format("%.2f s", m.attackersSeconds(Measures.SLICES)),
                percent(m.peakLoad()),
                percent(m.foundFull(Role.HONEST)));
    }

    private static String percent(double share) {
        return format("%.1f %%", 100 * share);
    }

    private static String waits(double median, double p95) {
        return Double.isNaN(median) ? "-" : format("%.1f s (%.1f s)", median, p95);
    }

    private static String format(String format, Object... values) {
        return String.format(Locale.ROOT, format, values).replaceFirst("NaN.*", "-");
    }
}
