/** Decides what becomes of a request. Writes nothing. */
@NullMarked
package dev.stile.gate;

import org.jspecify.annotations.NullMarked;
