package dev.stile.explain;

import dev.stile.event.Cost;

/**
 * How the gate is at one moment.
 *
 * @param mode how it behaves towards pages, such as {@code suspicious}
 * @param policy which policy is in force: a name, or a file and its digest
 * @param load how busy the application is, 0 idle to 1 full
 * @param price what a challenge costs now, for a client of whom nothing is known
 * @param replayFill how full the replay store is, 0 to 1
 */
public record GateState(String mode, String policy, double load, Cost price, double replayFill) {}
