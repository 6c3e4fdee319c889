package dev.stile.event;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/**
 * Counts decisions since the start. The keys come from closed lists, so there are a few dozen at most. Safe for
 * threads.
 */
public final class Counters implements StileListener, CountersMXBean {
    private final Map<String, LongAdder> decisions = new ConcurrentHashMap<>();
    private final Map<String, LongAdder> unenforced = new ConcurrentHashMap<>();
    private final Map<String, LongAdder> signals = new ConcurrentHashMap<>();
    private final Map<String, LongAdder> passRefusals = new ConcurrentHashMap<>();
    private final LongAdder networkChanges = new LongAdder();

    @Override
    public void onDecision(DecisionEvent event) {
        String decision = event.outcome().token();
        count(decisions, decision);
        if (!event.outcome().enforced()) {
            count(unenforced, decision);
        }
        event.grounds().signals().forEach(signal -> count(signals, signal.name()));
        event.pass().refusals().forEach(reason -> count(passRefusals, reason));
        if (event.pass().networkChanged()) {
            networkChanges.increment();
        }
    }

    private static void count(Map<String, LongAdder> counts, String key) {
        counts.computeIfAbsent(key, unused -> new LongAdder()).increment();
    }

    @Override
    public Map<String, Long> getDecisions() {
        return sums(decisions);
    }

    @Override
    public Map<String, Long> getUnenforced() {
        return sums(unenforced);
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
