/** How much of its budget a pass has used. */
@NullMarked
package dev.stile.budget;

import org.jspecify.annotations.NullMarked;
