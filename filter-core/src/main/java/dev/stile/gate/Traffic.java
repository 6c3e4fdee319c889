package dev.stile.gate;

import dev.stile.flood.Rates;
import dev.stile.load.Load;

/**
 * How much came when the gate decided.
 *
 * @param rates requests a minute that were let through without a pass
 * @param load how busy the application is
 */
public record Traffic(Rates rates, Load load) {}
