/** Measurements: benchmarks by JMH here, the simulation and the cost model below. */
@NullMarked
package dev.stile.bench;

import org.jspecify.annotations.NullMarked;
