package dev.stile.gate;

import dev.stile.protocol.Secret;
import dev.stile.protocol.Terms;
import java.util.Optional;

/**
 * What the gate is built with, fixed while it is open.
 *
 * @param periodSeconds P, 1 to 86,400
 * @param passSeconds for how long a pass counts, 1 or more
 * @param replayCapacity redeemed proofs that the replay store holds at once, 1 or more
 * @param operatorToken what an operator must show to be told anything; empty if nobody is
 * @param testSwitch the switch for browsers that choose none, in environment test; empty in production
 */
public record GateSettings(
        int periodSeconds,
        int passSeconds,
        int replayCapacity,
        Optional<Secret> operatorToken,
        Optional<TestSwitch> testSwitch) {
    public GateSettings {
        if (periodSeconds < 1 || periodSeconds > Terms.MAX_LIFETIME_SECONDS) {
            throw new IllegalArgumentException("periodSeconds must be 1 to 86400, but is " + periodSeconds);
        }
        if (passSeconds < 1 || replayCapacity < 1) {
            throw new IllegalArgumentException("passSeconds and replayCapacity must be 1 or more, but are "
                    + passSeconds + " and " + replayCapacity);
        }
    }
}
