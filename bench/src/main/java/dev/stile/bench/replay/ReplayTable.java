package dev.stile.bench.replay;

import dev.stile.bench.MarkedTables;
import dev.stile.bench.replay.ClaimRun.Situation;
import dev.stile.bench.replay.Crew.Took;
import dev.stile.bench.report.Sample;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Measures the default replay store against the others, in less than a minute. */
public final class ReplayTable {
    private static final int ROUNDS = 3;
    private static final double NANOS_PER_MICRO = 1_000;
    /** Above this ratio the claim takes more of a redeem than all that is before it. */
    private static final double DOMINATED = 2;

    private static final String TEXT = """
            The default replay store, the compact one, and a map that keeps the same contract, of %,d claims each (decision 014). Each
            figure is a median of %d rounds, with least and greatest; ratios are taken round by round.

            A redeem of 16 rounds with its claim, from empty to nearly full, in a process of its own with a heap of 512 MB:
            all that the process takes of the processor, with its collector; and for how long the collector stops it.
            Divided by the same without a store: above 2 the claim dominates.

            %s
            The same while the store goes from half full to seven tenths, in a heap without bounds: of each thread, by the
            clock and by the processor's time.

            %s
            A claim alone, in nanoseconds of each thread by the clock, and divided by the default's. Where as many end, 2,000
            are claimed in each second, and the store is asked once how full it is.

            %s
            What is kept of a live claim, and the longest call: the one that finds that all claims of a full store have
            ended.

            %s""";

    private ReplayTable() {}

    /** Prints the tables, and changes no page. */
    public static void main(String[] args) {
        System.out.println(markdown());
    }

    /** Four tables: redeems with the collector and without, claims alone, and memory. */
    public static String markdown() {
        List<Round> one = rounds(1);
        List<Round> two = rounds(2);
        return TEXT.formatted(
                Candidate.CAPACITY,
                ROUNDS,
                MarkedTables.table(
                        List.of("redeem with", "of the processor, µs", "ratio", "stopped, µs", "claim dominates"),
                        collectedRedeems()),
                MarkedTables.table(
                        List.of("redeem with", "threads", "µs", "ratio", "of the processor, µs", "ratio"),
                        Stream.concat(redeems(1, one), redeems(2, two))),
                MarkedTables.table(
                        Stream.concat(Stream.of("claim", "threads"), heads()).toList(),
                        Stream.concat(claims(1, one), claims(2, two))),
                MarkedTables.table(List.of("store", "bytes a claim", "longest call, ms"), footprints()));
    }

    private static Stream<List<String>> collectedRedeems() {
        Map<Candidate, List<CollectedRedeem>> taken = new EnumMap<>(Candidate.class);
        for (int round = 0; round < ROUNDS; round++) {
            for (Candidate candidate : Candidate.values()) {
                taken.computeIfAbsent(candidate, unknown -> new ArrayList<>()).add(CollectedRedeem.of(candidate));
            }
        }
        Sample alone = micros(taken.getOrDefault(Candidate.NONE, List.of()), CollectedRedeem::cpuNanos);
        return taken.entrySet().stream().map(entry -> {
            Sample redeem = micros(entry.getValue(), CollectedRedeem::cpuNanos);
            Sample ratio = redeem.over(alone);
            return List.of(
                    entry.getKey().title(),
                    redeem.text("%.2f"),
                    ratio.text("%.2f"),
                    micros(entry.getValue(), CollectedRedeem::pauseNanos).text("%.2f"),
                    ratio.median() > DOMINATED ? "yes" : "no");
        });
    }

    /** One more is done before them, until the machine code has settled. */
    private static List<Round> rounds(int threads) {
        RedeemRun redeem = new RedeemRun();
        try (Crew crew = new Crew(threads)) {
            Round.of(crew, redeem);
            return Stream.generate(() -> Round.of(crew, redeem)).limit(ROUNDS).toList();
        }
    }

    private static Stream<List<String>> redeems(int threads, List<Round> rounds) {
        return Arrays.stream(Candidate.values()).map(candidate -> {
            List<String> row = new ArrayList<>(List.of(candidate.title(), String.valueOf(threads)));
            for (ToDoubleFunction<Took> measure : List.<ToDoubleFunction<Took>>of(Took::nanos, Took::cpuNanos)) {
                Sample redeem = redeem(rounds, candidate, measure);
                row.add(redeem.text("%.2f"));
                row.add(redeem.over(redeem(rounds, Candidate.NONE, measure)).text("%.2f"));
            }
            return row;
        });
    }

    private static Sample redeem(List<Round> rounds, Candidate candidate, ToDoubleFunction<Took> measure) {
        return micros(rounds, round -> measure.applyAsDouble(round.redeem(candidate)));
    }

    private static Stream<String> heads() {
        return Candidate.STORES.stream()
                .flatMap(candidate -> candidate == Candidate.CAFFEINE
                        ? Stream.of(candidate.title())
                        : Stream.of(candidate.title(), "ratio"));
    }

    private static Stream<List<String>> claims(int threads, List<Round> rounds) {
        return Arrays.stream(Situation.values()).map(situation -> {
            Sample ours = claim(rounds, situation, Candidate.CAFFEINE);
            Sample map = claim(rounds, situation, Candidate.SWEPT_MAP);
            Sample compact = claim(rounds, situation, Candidate.COMPACT);
            return List.of(
                    situation.title(),
                    String.valueOf(threads),
                    ours.text("%.0f"),
                    map.text("%.0f"),
                    map.over(ours).text("%.2f"),
                    compact.text("%.0f"),
                    compact.over(ours).text("%.2f"));
        });
    }

    private static Sample claim(List<Round> rounds, Situation situation, Candidate candidate) {
        return sample(rounds, round -> round.claim(situation, candidate).nanos());
    }

    private static Stream<List<String>> footprints() {
        return Candidate.STORES.stream().map(candidate -> {
            List<Footprint> taken = IntStream.range(0, ROUNDS)
                    .mapToObj(i -> Footprint.of(candidate))
                    .toList();
            return List.of(
                    candidate.title(),
                    sample(taken, Footprint::bytes).text("%.0f"),
                    sample(taken, Footprint::sweepMillis).text("%.1f"));
        });
    }

    private static <T> Sample micros(List<T> runs, ToDoubleFunction<T> nanos) {
        return sample(runs, run -> nanos.applyAsDouble(run) / NANOS_PER_MICRO);
    }

    private static <T> Sample sample(List<T> runs, ToDoubleFunction<T> value) {
        return new Sample(runs.stream().mapToDouble(value).toArray());
    }
}
