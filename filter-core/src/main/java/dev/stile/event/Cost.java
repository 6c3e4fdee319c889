package dev.stile.event;

import dev.stile.protocol.Difficulty;
import java.util.List;

/**
 * What a challenge asks, and what made it so dear.
 *
 * @param level what a pass of it reaches, 1 to 3
 * @param difficulty bits and rounds
 * @param factors by what the operator's base was multiplied, in this order; empty where the base was asked. A cap or
 *     whole bits and rounds may make the work another than their product.
 */
public record Cost(int level, Difficulty difficulty, List<Factor> factors) {
    public Cost {
        factors = List.copyOf(factors);
    }

    /**
     * One reason for a price.
     *
     * @param name a token of a closed list, such as {@code client-spent}
     * @param times more than 0
     */
    public record Factor(String name, double times) {}
}
