/** Counting in fixed memory, whatever the number of keys. */
@NullMarked
package dev.stile.sketch;

import org.jspecify.annotations.NullMarked;
