/** The gate's clock: whole seconds that never go back. */
@NullMarked
package dev.stile.time;

import org.jspecify.annotations.NullMarked;
