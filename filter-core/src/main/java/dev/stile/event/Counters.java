package dev.stile.event;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Predicate;

/**
 * Counts decisions since the start. The keys come from closed lists, so there are a few dozen at most. Safe for
 * threads.
 */
public final class Counters implements StileListener, CountersMXBean {
    private final Map<Outcome, LongAdder> decisions = new ConcurrentHashMap<>();
    private final Map<String, LongAdder> signals = new ConcurrentHashMap<>();
    private final Map<String, LongAdder> passRefusals = new ConcurrentHashMap<>();
    private final LongAdder networkChanges = new LongAdder();

    @Override
    public void onDecision(DecisionEvent event) {
        count(decisions, event.outcome());
        for (Points signal : event.grounds().signals()) {
            count(signals, signal.name());
        }
        for (String reason : event.pass().refusals()) {
            count(passRefusals, reason);
        }
        if (event.pass().networkChanged()) {
            networkChanges.increment();
        }
    }

    private static <K> void count(Map<K, LongAdder> counts, K key) {
        counts.computeIfAbsent(key, unused -> new LongAdder()).increment();
    }

    @Override
    public Map<String, Long> getDecisions() {
        return decisions(outcome -> true);
    }

    @Override
    public Map<String, Long> getUnenforced() {
        return decisions(outcome -> !outcome.enforced());
    }

    private Map<String, Long> decisions(Predicate<Outcome> which) {
        Map<String, Long> sums = new TreeMap<>();
        decisions.forEach((outcome, adder) -> {
            if (which.test(outcome)) {
                sums.merge(outcome.token(), adder.sum(), Long::sum);
            }
        });
        return sums;
    }

    @Override
    public Map<String, Long> getSignals() {
        return sums(signals);
    }

    @Override
    public Map<String, Long> getPassRefusals() {
        return sums(passRefusals);
    }

    @Override
    public long getNetworkChanges() {
        return networkChanges.sum();
    }

    private static Map<String, Long> sums(Map<String, LongAdder> counts) {
        Map<String, Long> sums = new TreeMap<>();
        counts.forEach((key, adder) -> sums.put(key, adder.sum()));
        return sums;
    }
}
