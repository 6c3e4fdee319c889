/** Tells operators why a decision was made, and how the gate is. */
@NullMarked
package dev.stile.explain;

import org.jspecify.annotations.NullMarked;
