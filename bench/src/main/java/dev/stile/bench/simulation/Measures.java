package dev.stile.bench.simulation;

import dev.stile.bench.cost.Solver;
import dev.stile.bench.simulation.SimulatedGate.Asked;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What came of a run, in {@value #SLICES} slices of time. */
final class Measures {
    static final int SLICES = 60;

    private final double seconds;
    private final Slice[] slices = new Slice[SLICES];

    /** Tries of proofs that honest visitors made, below an emergency and in one. */
    private final List<Double> ordinary = new ArrayList<>();

    private final List<Double> emergency = new ArrayList<>();
    private final Map<Role, Integer> turnedAway = new EnumMap<>(Role.class);

    private static final class Slice {
        private final Map<Role, Count> counts = new EnumMap<>(Role.class);
        private final List<Double> honestTries = new ArrayList<>();
        private double load;
        private int readings;

        private Slice() {
            for (Role role : Role.values()) {
                counts.put(role, new Count());
            }
        }

        private Count of(Role role) {
            return Objects.requireNonNull(counts.get(role));
        }
    }

    private static final class Count {
        private long requests;
        private long asked;
        private long pages;
        private double tries;
    }

    Measures(double seconds) {
        this.seconds = seconds;
        Arrays.setAll(slices, slice -> new Slice());
    }

    private Slice at(double second) {
        return slices[Math.min(SLICES - 1, (int) (second / seconds * SLICES))];
    }

    void request(double second, Role role, boolean asked) {
        Count count = at(second).of(role);
        count.requests++;
        count.asked += asked ? 1 : 0;
    }

    void page(double second, Role role) {
        at(second).of(role).pages++;
    }

    void turnedAway(Role role) {
        turnedAway.merge(role, 1, Integer::sum);
    }

    void solve(double second, Role role, double tries, Asked asked) {
        at(second).of(role).tries += tries;
        if (role == Role.HONEST) {
            at(second).honestTries.add(tries);
            (asked.emergency() ? emergency : ordinary).add(tries);
        }
    }

    void load(double second, double value) {
        Slice slice = at(second);
        slice.load += value;
        slice.readings++;
    }

    double seconds() {
        return seconds;
    }

    /** How long honest visitors who were asked wait with such a device; empty where nobody was asked. */
    List<OptionalDouble> honestSeconds(Solver device, double quantile) {
        return series(slice -> quantile(slice.honestTries, quantile) / device.triesPerSecond());
    }

    /** The same over the whole run, of prices that were made below an emergency. */
    double honestSecondsBelowEmergency(Solver device, double quantile) {
        return quantile(ordinary, quantile) / device.triesPerSecond();
    }

    /** The same, of prices that were made in one. */
    double honestSecondsInEmergency(Solver device, double quantile) {
        return quantile(emergency, quantile) / device.triesPerSecond();
    }

    /** CPU seconds of a core for a thousand pages, of all that the attacker has done and got so far. */
    List<OptionalDouble> attackersSeconds() {
        return IntStream.rangeClosed(1, SLICES)
                .mapToObj(slices -> finite(attackersSeconds(slices)))
                .toList();
    }

    /** The same over the first slices; not a number while it has asked for nothing. */
    double attackersSeconds(int slices) {
        double tries = sum(slices, slice -> slice.of(Role.ATTACKER).tries);
        return Solver.CORE.seconds(tries) / sum(slices, slice -> slice.of(Role.ATTACKER).pages) * 1000;
    }

    List<OptionalDouble> load() {
        return series(slice -> slice.load / slice.readings);
    }

    /** Of the requests for pages, those that were asked for work. */
    List<OptionalDouble> asked(Role role) {
        return series(slice -> slice.of(role).asked / (double) slice.of(role).requests);
    }

    double askedOverall(Role role) {
        return sum(SLICES, slice -> slice.of(role).asked) / sum(SLICES, slice -> slice.of(role).requests);
    }

    double pages(Role role) {
        return sum(SLICES, slice -> slice.of(role).pages);
    }

    /** Of what the gate let through, what found the application full. */
    double foundFull(Role role) {
        int turned = turnedAway.getOrDefault(role, 0);
        return turned / (turned + pages(role));
    }

    double peakLoad() {
        return load().stream().mapToDouble(load -> load.orElse(0)).max().orElse(0);
    }

    private double sum(int to, ToDoubleFunction<Slice> value) {
        return Arrays.stream(slices, 0, to).mapToDouble(value).sum();
    }

    private List<OptionalDouble> series(ToDoubleFunction<Slice> value) {
        return Stream.of(slices)
                .map(slice -> finite(value.applyAsDouble(slice)))
                .toList();
    }

    private static OptionalDouble finite(double number) {
        return Double.isFinite(number) ? OptionalDouble.of(number) : OptionalDouble.empty();
    }

    private static double quantile(List<Double> values, double quantile) {
        double[] sorted =
                values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        return sorted.length == 0 ? Double.NaN : sorted[(int) Math.min(sorted.length - 1, quantile * sorted.length)];
    }
}
