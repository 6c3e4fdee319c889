package dev.stile.policyfile;

import dev.stile.budget.BudgetTerms;
import dev.stile.difficulty.DifficultyTerms;
import dev.stile.flood.FloodTerms;
import dev.stile.gate.GateTerms;
import dev.stile.gate.WaitTerms;
import dev.stile.load.LoadTerms;
import dev.stile.policy.Action;
import dev.stile.policy.Demand;
import dev.stile.policy.Thresholds;
import dev.stile.protocol.Difficulty;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** Reads the numbers of a policy file. What it does not name is as the options have it. */
final class TermsReader {
    private static final int MAX_WORK = 999_999_999;

    private final GateTerms base;

    TermsReader(GateTerms base) {
        this.base = base;
    }

    Thresholds thresholds(Value value) {
        NavigableMap<Integer, Action> actions = new TreeMap<>();
        value.anySection("suspicions with actions are wanted", "such as 50: challenge")
                .ifPresent(section ->
                        section.entries().forEach(entry -> threshold(entry.getKey(), entry.getValue(), actions)));
        return new Thresholds(actions);
    }

    private static void threshold(String suspicion, Value value, NavigableMap<Integer, Action> actions) {
        if (suspicion.matches("[1-9][0-9]?|100")) {
            EffectReader.ofThreshold(value).ifPresent(action -> actions.put(Integer.valueOf(suspicion), action));
        } else {
            value.problem("this is no suspicion", "a whole number from 1 to 100");
        }
    }

    DifficultyTerms difficulty(Value value) {
        DifficultyTerms usual = base.difficulty();
        Optional<Section> section = value.section(List.of("bits", "rounds", "ordinary-work", "max-work"));
        Difficulty difficulty = new Difficulty(
                whole(section, "bits", 1, Demand.MAX_BITS, usual.base().bits()),
                whole(section, "rounds", 1, Difficulty.MAX_ROUNDS, usual.base().rounds()));
        long max = whole(section, "max-work", 1, MAX_WORK, (int) Math.min(MAX_WORK, usual.maxWork()));
        long ordinary = section.flatMap(read -> read.get("ordinary-work"))
                .flatMap(read -> read.whole(1, MAX_WORK))
                .map(Integer::longValue)
                .orElseGet(() -> Math.max(difficulty.work(), Math.min(usual.ordinaryWork(), max)));
        if (difficulty.work() > ordinary || ordinary > max || max > usual.maxWork()) {
            value.problem(
                    "rounds * 2^bits is " + difficulty.work() + ", ordinary-work " + ordinary + ", max-work " + max,
                    "each at most the next, and max-work at most the " + usual.maxWork()
                            + " hashes that a slow phone finishes in half of period-seconds");
            return usual;
        }
        return new DifficultyTerms(difficulty, ordinary, max);
    }

    FloodTerms flood(Value value) {
        Optional<Section> section = value.section(List.of("client-per-minute", "wider-per-minute"));
        return new FloodTerms(
                whole(
                        section,
                        "client-per-minute",
                        1,
                        FloodTerms.MAX_CLIENT,
                        base.flood().clientPerMinute()),
                whole(
                        section,
                        "wider-per-minute",
                        1,
                        FloodTerms.MAX_WIDER,
                        base.flood().widerPerMinute()));
    }

    LoadTerms load(Value value) {
        Optional<Section> section = value.section(List.of("requests-in-flight", "latency-millis"));
        return new LoadTerms(
                whole(
                        section,
                        "requests-in-flight",
                        1,
                        LoadTerms.MAX_IN_FLIGHT,
                        base.load().requestsInFlight()),
                whole(
                        section,
                        "latency-millis",
                        1,
                        LoadTerms.MAX_LATENCY_MILLIS,
                        base.load().latencyMillis()));
    }

    BudgetTerms budget(Value value) {
        Optional<Section> section = value.section(List.of("requests"));
        return BudgetTerms.worked(whole(
                section, "requests", 1, BudgetTerms.MAX_REQUESTS, base.budget().requests()));
    }

    WaitTerms noScript(Value value) {
        Optional<Section> section = value.section(List.of("wait-seconds", "requests"));
        return WaitTerms.of(
                whole(section, "wait-seconds", 1, WaitTerms.MAX_SECONDS, WaitTerms.DEFAULT_SECONDS),
                whole(section, "requests", 1, WaitTerms.MAX_REQUESTS, WaitTerms.DEFAULT_REQUESTS));
    }

    private static int whole(Optional<Section> section, String key, int from, int to, int usual) {
        return section.flatMap(read -> read.get(key))
                .flatMap(value -> value.whole(from, to))
                .orElse(usual);
    }
}
