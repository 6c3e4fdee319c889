package dev.stile.difficulty;

import dev.stile.protocol.Difficulty;

/**
 * The operator's bounds for the price of a challenge.
 *
 * @param base what a challenge costs an ordinary visitor while all is calm: the least that is ever asked
 * @param ordinaryWork most expected hashes that load and share may come to below the emergency level; not below base
 * @param maxWork most expected hashes at all; not below {@code ordinaryWork}
 */
public record DifficultyTerms(Difficulty base, long ordinaryWork, long maxWork) {
    /** Three seconds of a slow phone. */
    public static final long DEFAULT_ORDINARY_WORK = 1_500_000;

    public DifficultyTerms {
        if (base.work() > ordinaryWork || ordinaryWork > maxWork) {
            throw new IllegalArgumentException("base " + base.work() + ", ordinary " + ordinaryWork + " and max "
                    + maxWork + " must not decrease");
        }
    }
}
