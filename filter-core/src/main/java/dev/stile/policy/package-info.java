/** Who is asked: paths, rules and their actions. */
@NullMarked
package dev.stile.policy;

import org.jspecify.annotations.NullMarked;
