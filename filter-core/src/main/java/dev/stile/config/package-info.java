/** The options of the gate: defaults, ranges and units. */
@NullMarked
package dev.stile.config;

import org.jspecify.annotations.NullMarked;
