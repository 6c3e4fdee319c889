/** How busy the application behind the gate is. */
@NullMarked
package dev.stile.load;

import org.jspecify.annotations.NullMarked;
