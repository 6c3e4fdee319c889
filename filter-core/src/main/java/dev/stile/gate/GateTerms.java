package dev.stile.gate;

import dev.stile.budget.BudgetTerms;
import dev.stile.difficulty.DifficultyTerms;
import dev.stile.flood.FloodTerms;
import dev.stile.load.LoadTerms;
import dev.stile.policy.Policy;

/**
 * Everything that an operator can change while the application runs. A request is decided by one of these from
 * beginning to end. Immutable.
 *
 * @param policy who is asked
 * @param difficulty the bounds of the price
 * @param flood from which rates on requests are asked by chance
 * @param load what the application can bear
 * @param budget what a pass buys
 */
public record GateTerms(
        Policy policy, DifficultyTerms difficulty, FloodTerms flood, LoadTerms load, BudgetTerms budget) {}
