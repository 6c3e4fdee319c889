package dev.stile.config;

import dev.stile.budget.BudgetTerms;
import dev.stile.flood.FloodTerms;
import dev.stile.gate.GateTerms;
import dev.stile.load.LoadTerms;

/**
 * Everything that an operator may decide, checked. Immutable; holds secrets, which {@link #toString()} does not show.
 *
 * @param policy who is asked
 * @param challenge what is asked
 * @param pass what is granted
 * @param secrets what keys are derived from
 * @param endpointPath where redeem and browser files live within the application, such as {@code /.stile}
 * @param replayCapacity redeemed proofs that the in-memory store may hold at once
 */
public record StileConfig(
        PolicyOptions policy,
        ChallengeOptions challenge,
        PassOptions pass,
        Secrets secrets,
        String endpointPath,
        int replayCapacity) {

    /** What holds where no policy file says otherwise, without the rules that come with Stile. */
    public GateTerms terms() {
        return new GateTerms(
                policy.policy(), challenge.terms(), FloodTerms.DEFAULT, LoadTerms.DEFAULT, BudgetTerms.DEFAULT);
    }
}
