package dev.stile.policy;

import java.util.List;
import java.util.Optional;

/**
 * What the rules say of a request before anything else about it is known.
 *
 * @param rule the name of the rule that decided, if one did
 * @param action what that rule says; where it is empty, suspicion decides
 * @param weights what rules before it added to the suspicion, in their order
 */
public record Ruling(Optional<String> rule, Optional<Action> action, List<Weight> weights) {
    /** No rule says anything. */
    public static final Ruling NONE = new Ruling(Optional.empty(), Optional.empty(), List.of());

    public Ruling {
        weights = List.copyOf(weights);
    }

    /** Suspicion of so many points, as the weights change it: 0 to 100. */
    public int weighed(int suspicion) {
        int sum = suspicion;
        for (int i = 0; i < weights.size(); i++) {
            sum += weights.get(i).points();
        }
        return Math.max(0, Math.min(Thresholds.MAX, sum));
    }
}
