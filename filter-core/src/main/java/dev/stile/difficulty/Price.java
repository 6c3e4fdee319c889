package dev.stile.difficulty;

import dev.stile.protocol.Difficulty;
import java.util.List;

/**
 * What a challenge costs, and why.
 *
 * @param difficulty what is asked
 * @param factors what the base was multiplied by, in the order of their causes; those of 1 are left out
 * @param capped whether a cap kept it below the product
 */
public record Price(Difficulty difficulty, List<Factor> factors, boolean capped) {
    public Price {
        factors = List.copyOf(factors);
    }

    /**
     * One reason for a price.
     *
     * @param cause what it is for
     * @param value what the work was multiplied by, more than 0
     */
    public record Factor(Cause cause, double value) {}
}
