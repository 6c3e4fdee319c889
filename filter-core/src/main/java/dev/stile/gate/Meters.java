package dev.stile.gate;

import dev.stile.budget.Budgets;
import dev.stile.flood.FloodControl;
import dev.stile.load.LoadMeter;

/**
 * What the gate remembers of traffic, all of it in fixed memory.
 *
 * @param flood how much each client took of late
 * @param budgets how much of each pass is used
 * @param load how busy the application is
 */
public record Meters(FloodControl flood, Budgets budgets, LoadMeter load) {}
