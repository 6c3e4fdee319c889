package dev.stile.bench.simulation;

import java.util.function.Consumer;

/**
 * Traffic to be replayed.
 *
 * @param name the plot's file
 * @param title what it is
 * @param minutes how long it lasts
 * @param asksAlways whether every request without a pass is asked, as in mode {@code always}
 * @param traffic begins all that happens
 */
record Trace(String name, String title, int minutes, boolean asksAlways, Consumer<World> traffic) {}
