/** The wire format and its verification. Knows no servlet, clock, I/O or configuration. */
@NullMarked
package dev.stile.protocol;

import org.jspecify.annotations.NullMarked;
