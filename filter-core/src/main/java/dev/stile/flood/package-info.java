/** Flood control: rates in fixed memory, and who is asked by chance. */
@NullMarked
package dev.stile.flood;

import org.jspecify.annotations.NullMarked;
