package dev.stile.gate;

import dev.stile.budget.BudgetTerms;
import dev.stile.difficulty.DifficultyTerms;
import dev.stile.flood.FloodTerms;
import dev.stile.load.LoadTerms;
import dev.stile.policy.Policy;
import dev.stile.protocol.Pass;
import java.util.Optional;

/**
 * All that an operator may change while the gate is open. Immutable: a change is a new record, so that each request is
 * judged by one state of it.
 *
 * @param policy who is asked
 * @param difficulty what a challenge costs
 * @param flood from which rate on requests are asked by chance
 * @param load what the application can bear
 * @param budget what a proof buys
 * @param noScript what a wait takes and buys; empty where there are none
 */
public record GateTerms(
        Policy policy,
        DifficultyTerms difficulty,
        FloodTerms flood,
        LoadTerms load,
        BudgetTerms budget,
        Optional<WaitTerms> noScript) {

    /** What this pass buys. One that was waited for does not count where there are no waits, and is asked about never. */
    BudgetTerms budgetOf(Pass pass) {
        return pass.isWaited() ? noScript.map(WaitTerms::budget).orElse(budget) : budget;
    }
}
