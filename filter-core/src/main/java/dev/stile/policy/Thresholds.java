package dev.stile.policy;

import dev.stile.protocol.Level;
import java.util.Collections;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What happens to requests that no rule decides about, by their suspicion. Immutable.
 *
 * @param actions each from a suspicion on, 1 to 100, up to the next
 */
public record Thresholds(NavigableMap<Integer, Action> actions) {
    /** The suspicion from which on a request is challenged by default: any one signal. */
    public static final int DEFAULT_CHALLENGE = 50;

    /** Asks for the ordinary pass from {@link #DEFAULT_CHALLENGE} on. */
    public static final Thresholds DEFAULT = challengeFrom(DEFAULT_CHALLENGE);

    /** Most suspicion there is. */
    static final int MAX = 100;

    public Thresholds {
        actions = Collections.unmodifiableNavigableMap(new TreeMap<>(actions));
        if (!actions.isEmpty() && (actions.firstKey() < 1 || actions.lastKey() > MAX)) {
            throw new IllegalArgumentException("thresholds must be 1 to 100, but are " + actions.keySet());
        }
    }

    /** The one threshold from which on the ordinary pass is asked for. */
    public static Thresholds challengeFrom(int suspicion) {
        return new Thresholds(new TreeMap<>(Map.of(suspicion, Action.CHALLENGE)));
    }

    /** What happens at a suspicion of 0 to 100; nothing below the lowest threshold. */
    public Optional<Action> at(int suspicion) {
        return Optional.ofNullable(actions.floorEntry(suspicion)).map(Map.Entry::getValue);
    }

    /**
     * The highest level that any threshold asks for: with a pass that reaches it, suspicion changes nothing. Empty where
     * a threshold denies, for then no pass is enough.
     */
    public Optional<Level> enough() {
        return actions.containsValue(Action.DENY) ? Optional.empty() : Optional.of(highestLevel());
    }

    private Level highestLevel() {
        return actions.values().stream()
                .filter(Action.Challenge.class::isInstance)
                .map(action -> ((Action.Challenge) action).demand().level())
                .reduce(Level.ONE, (one, other) -> other.reaches(one) ? other : one);
    }
}
