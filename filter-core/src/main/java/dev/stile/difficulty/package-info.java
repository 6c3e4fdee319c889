/** What a challenge costs: a pure controller. */
@NullMarked
package dev.stile.difficulty;

import org.jspecify.annotations.NullMarked;
