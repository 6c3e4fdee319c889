package dev.stile.gate;

import java.util.function.Supplier;

/**
 * What the gate needs to know of the configuration.
 *
 * @param terms what holds now; asked once for each request
 * @param periodSeconds P, 1 to 86,400
 * @param passSeconds for how long a pass counts, 1 or more
 */
public record GateSettings(Supplier<GateTerms> terms, int periodSeconds, int passSeconds) {}
