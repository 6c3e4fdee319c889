package dev.stile.gate;

import dev.stile.budget.Charge;

/**
 * What a request did to the budget of its pass.
 *
 * @param charge whether the pass was good for it
 * @param used what is used of the pass now, in requests; a sub-resource of a page is an eighth
 * @param requests what the pass buys
 */
public record Use(Charge charge, double used, int requests) {}
