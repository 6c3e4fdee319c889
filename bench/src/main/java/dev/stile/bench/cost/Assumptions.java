package dev.stile.bench.cost;

/**
 * What the tables take for granted; {@code docs/cost-model.md} says where it comes from. Whoever doubts a price changes
 * it here and runs {@code bin/bench cost}: the tables are proportional to it.
 */
final class Assumptions {
    /** US dollars for an hour of one rented core: a round figure for list prices of compute instances, November 2026. */
    static final double CORE_HOUR = 0.05;

    /** US dollars for an hour of one rented consumer GPU: a round figure for marketplaces, November 2026. */
    static final double GPU_HOUR = 0.40;

    private Assumptions() {}
}
