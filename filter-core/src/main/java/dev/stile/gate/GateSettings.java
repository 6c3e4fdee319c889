package dev.stile.gate;

import dev.stile.policy.Policy;
import dev.stile.protocol.Difficulty;
import dev.stile.protocol.Secret;
import java.util.Optional;

/**
 * What the gate needs to know of the configuration.
 *
 * @param policy who is asked
 * @param difficulty what a challenge costs
 * @param periodSeconds P, 1 to 86,400
 * @param passSeconds for how long a pass counts, 1 or more
 * @param operatorToken what an operator must show to be told anything; empty if nobody is
 */
public record GateSettings(
        Policy policy, Difficulty difficulty, int periodSeconds, int passSeconds, Optional<Secret> operatorToken) {}
