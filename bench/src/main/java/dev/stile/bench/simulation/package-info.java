/** Replays traffic against the real flood control, budgets, load meter and difficulty controller, and draws it. */
@NullMarked
package dev.stile.bench.simulation;

import org.jspecify.annotations.NullMarked;
