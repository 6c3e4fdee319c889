package dev.stile.gate;

import dev.stile.policy.Policy;
import dev.stile.protocol.Difficulty;

/**
 * What the gate needs to know of the configuration.
 *
 * @param policy who is asked
 * @param difficulty what a challenge costs
 * @param periodSeconds P, 1 to 86,400
 * @param passSeconds for how long a pass counts, 1 or more
 */
public record GateSettings(Policy policy, Difficulty difficulty, int periodSeconds, int passSeconds) {}
