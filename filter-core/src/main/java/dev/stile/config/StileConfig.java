package dev.stile.config;

import dev.stile.budget.BudgetTerms;
import dev.stile.flood.FloodTerms;
import dev.stile.gate.GateTerms;
import dev.stile.gate.TestSwitch;
import dev.stile.load.LoadTerms;
import dev.stile.protocol.Secret;
import java.util.Optional;

/**
 * Everything that an operator may decide, checked. Immutable; holds secrets, which {@link #toString()} does not show.
 *
 * @param policy who is asked
 * @param challenge what is asked
 * @param pass what is granted
 * @param proxies who is believed about the client's address
 * @param secrets what keys are derived from
 * @param page what visitors see
 * @param endpointPath where redeem and browser files live within the application, such as {@code /.stile}
 * @param replayStore how redeemed proofs are remembered
 * @param replayCapacity redeemed proofs that the in-memory store may hold at once
 * @param traffic what counting traffic may cost
 * @param forms what is kept of challenged visitors' forms
 * @param operatorToken what an operator must show to be told anything; empty if nobody is
 * @param testSwitch the switch for browsers that choose none, in environment test; empty in production
 */
public record StileConfig(
        PolicyOptions policy,
        ChallengeOptions challenge,
        PassOptions pass,
        ProxyOptions proxies,
        Secrets secrets,
        PageOptions page,
        String endpointPath,
        ReplayStoreKind replayStore,
        int replayCapacity,
        TrafficOptions traffic,
        FormOptions forms,
        Optional<Secret> operatorToken,
        Optional<TestSwitch> testSwitch) {

    /** What holds where no policy file says otherwise, without the rules that come with Stile. */
    public GateTerms terms() {
        return new GateTerms(
                policy.policy(),
                challenge.terms(),
                FloodTerms.DEFAULT,
                LoadTerms.DEFAULT,
                BudgetTerms.DEFAULT,
                Optional.empty());
    }
}
