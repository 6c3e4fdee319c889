package dev.stile.gate;

import dev.stile.budget.BudgetTerms;
import dev.stile.difficulty.DifficultyTerms;
import dev.stile.flood.FloodTerms;
import dev.stile.load.LoadTerms;
import dev.stile.policy.Policy;

/**
 * All that an operator may change while the gate is open. Immutable: a change is a new record, so that each request is
 * judged by one state of it.
 *
 * @param policy who is asked
 * @param difficulty what a challenge costs
 * @param flood from which rate on requests are asked by chance
 * @param load what the application can bear
 * @param budget what a pass buys
 */
public record GateTerms(
        Policy policy, DifficultyTerms difficulty, FloodTerms flood, LoadTerms load, BudgetTerms budget) {}
