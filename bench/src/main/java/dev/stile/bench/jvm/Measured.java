package dev.stile.bench.jvm;

import dev.stile.bench.report.Sample;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** What was measured, run by run. Not safe for threads. */
final class Measured {
    private final Map<Setting, List<Reading>> readings = new HashMap<>();

    /**
     * How something is measured.
     *
     * @param threads that call at once
     */
    record Setting(Subject subject, Jvm jvm, int threads) {}

    void add(Setting setting, Reading reading) {
        readings.computeIfAbsent(setting, unused -> new ArrayList<>()).add(reading);
    }

    /** Million calls a second of each run, all threads together. */
    Sample rates(Setting setting) {
        return sample(setting, Reading::rate);
    }

    /** Bytes that a call allocates, of each run. */
    Sample bytes(Setting setting) {
        return sample(setting, Reading::bytes);
    }

    private Sample sample(Setting setting, ToDoubleFunction<Reading> figure) {
        return new Sample(readings.getOrDefault(setting, List.of()).stream()
                .mapToDouble(figure)
                .toArray());
    }
}
