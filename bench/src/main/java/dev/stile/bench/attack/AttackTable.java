package dev.stile.bench.attack;

import dev.stile.bench.MarkedTables;
import dev.stile.bench.attack.AttackReport.Rounds;
import dev.stile.bench.http.ServerProcess;
import dev.stile.bench.report.Sample;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What attacks did, as Markdown. */
final class AttackTable {
    private AttackTable() {}

    static String markdown(List<Rounds> kinds, Memory before, Memory after) {
        return """
                The attacker is `stile-native` with its kernel `%s`; it, the server (a Jetty 12 with %d MiB of heap, the shipped \
                policy, its log formatted and written nowhere) and %d requests a second of visitors with passes share this \
                machine. Median (least to greatest) of %s rounds. CPU is of whole processes; the server's has in it all that \
                it did for visitors. What a visitor waits is counted from when the request was due.

                %s
                %s
                """.formatted(
                        kinds.get(0).all().get(0).attack().values().get("kernel"),
                        ServerProcess.HEAP_MIB,
                        Visitors.A_SECOND,
                        kinds.stream()
                                .map(rounds -> Integer.toString(rounds.all().size()))
                                .collect(Collectors.joining(", ")),
                        table(kinds),
                        memory(kinds, before, after));
    }

    private static String table(List<Rounds> kinds) {
        List<String> heads = Stream.concat(
                        Stream.of("proofs are"), Stream.concat(kinds.stream().map(Rounds::name), Stream.of("wanted")))
                .toList();
        return MarkedTables.table(heads, rows().map(row -> row.cells(kinds)));
    }

    /**
     * @param wanted by issue 5, and whether all rounds have it; empty where it wants nothing
     */
    private record Row(String name, Function<Rounds, String> cell, String wanted, Predicate<Round> met) {
        static Row of(String name, String format, ToDoubleFunction<Round> figure) {
            return of(name, rounds -> sample(rounds, figure).text(format));
        }

        static Row of(String name, Function<Rounds, String> cell) {
            return new Row(name, cell, "", round -> true);
        }

        List<String> cells(List<Rounds> kinds) {
            boolean allMet =
                    kinds.stream().flatMap(rounds -> rounds.all().stream()).allMatch(met);
            String last = wanted.isEmpty() ? "" : wanted + ": " + verdict(allMet);
            return Stream.concat(Stream.of(name), Stream.concat(kinds.stream().map(cell), Stream.of(last)))
                    .toList();
        }
    }

    private static Stream<Row> rows() {
        return Stream.of(
                Row.of("challenges, rounds x bits", rounds -> counts(rounds, Attack::asked)),
                new Row(
                        "answers to proofs",
                        rounds -> counts(rounds, Attack::answered),
                        "every one, with a pass",
                        round -> round.attack().granted() == round.attack().submitted()),
                Row.of("requests that a proof buys", "%.0f", Round::bought),
                Row.of("answers a second", "%,.0f", round -> round.attack().value("answers-a-second")),
                Row.of(
                        "greatest gap between answers, ms",
                        "%.0f",
                        round -> round.attack().value("answers-gap-ms")),
                Row.of("attacker's CPU a proof, ms", "%.2f", Round::attackerMillis),
                Row.of("server's CPU a proof, ms", "%.3f", Round::serverMillis),
                Row.of("the same without visitors, ms", "%.3f", Round::serverMillisAlone),
                new Row(
                        "**attacker pays more by**",
                        rounds -> sample(rounds, Round::factor).text("%.1f"),
                        "above 1",
                        round -> round.factor() > 1),
                Row.of(
                        "visitor's p50, ms: before",
                        "%.1f",
                        round -> round.quiet().p50Millis()),
                Row.of("... meanwhile", "%.1f", round -> round.during().p50Millis()),
                Row.of(
                        "visitor's p99, ms: before",
                        "%.1f",
                        round -> round.quiet().p99Millis()),
                Row.of("... meanwhile", "%.1f", round -> round.during().p99Millis()),
                new Row(
                        "visitors' requests, not served",
                        AttackTable::failures,
                        "none refused",
                        round -> round.during().failures() == 0));
    }

    private static Sample sample(Rounds rounds, ToDoubleFunction<Round> figure) {
        return new Sample(rounds.all().stream().mapToDouble(figure).toArray());
    }

    private static String counts(Rounds rounds, Function<Attack, Map<String, Long>> of) {
        Map<String, Long> sum = new TreeMap<>();
        rounds.all()
                .forEach(round -> of.apply(round.attack()).forEach((name, count) -> sum.merge(name, count, Long::sum)));
        return sum.entrySet().stream()
                .map(entry -> String.format(Locale.ROOT, "%,d %s", entry.getValue(), entry.getKey()))
                .collect(Collectors.joining(", "));
    }

    private static String failures(Rounds rounds) {
        int requests = rounds.all().stream()
                .mapToInt(round -> round.during().requests())
                .sum();
        int failures = rounds.all().stream()
                .mapToInt(round -> round.during().failures())
                .sum();
        return String.format(Locale.ROOT, "%,d, %,d", requests, failures);
    }

    private static String memory(List<Rounds> kinds, Memory before, Memory after) {
        long granted = kinds.stream()
                .flatMap(rounds -> rounds.all().stream())
                .mapToLong(round -> round.attack().granted())
                .sum();
        long heapBound = before.heapBound(granted);
        return """
                Memory of the server: heap after a full collection %s MiB before and %s MiB after %,d proofs, bound %s: %s. \
                Resident %s MiB before and %s MiB after, bound %s: %s.
                """.formatted(
                        mib(before.heapBytes()),
                        mib(after.heapBytes()),
                        granted,
                        mib(heapBound),
                        verdict(after.heapBytes() <= heapBound),
                        mib(before.residentBytes()),
                        mib(after.residentBytes()),
                        mib(Memory.residentBound()),
                        verdict(after.residentBytes() <= Memory.residentBound()));
    }

    private static String mib(long bytes) {
        return String.format(Locale.ROOT, "%.0f", bytes / (double) (1 << 20));
    }

    private static String verdict(boolean met) {
        return met ? "met" : "**missed**";
    }
}
