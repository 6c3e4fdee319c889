package dev.stile.policy;

/** What a rule does where its condition holds: it decides by an {@link Action}, or weighs and leaves it to the rest. */
public sealed interface Effect permits Action, Effect.Weigh {
    /**
     * Adds to the suspicion.
     *
     * @param points -100 to 100
     */
    record Weigh(int points) implements Effect {
        public Weigh {
            if (points < -100 || points > 100) {
                throw new IllegalArgumentException("points must be -100 to 100, but are " + points);
            }
        }
    }
}
