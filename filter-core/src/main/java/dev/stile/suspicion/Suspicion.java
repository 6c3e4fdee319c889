package dev.stile.suspicion;

import java.util.List;

/**
 * Why we ask: the signals found and what they come to.
 *
 * @param signals each at most once
 */
public record Suspicion(List<Signal> signals) {
    /** Nothing suspicious. */
    public static final Suspicion NONE = new Suspicion(List.of());

    private static final int MAX = 100;

    public Suspicion {
        signals = List.copyOf(signals);
    }

    /** Whether nothing was found. */
    public boolean isEmpty() {
        return signals.isEmpty();
    }

    /** The sum of the weights, 0 to 100. */
    public int score() {
        int sum = 0;
        for (int i = 0; i < signals.size(); i++) {
            sum += signals.get(i).weight();
        }
        return Math.min(MAX, sum);
    }
}
