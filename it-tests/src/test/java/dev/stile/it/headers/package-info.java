/** Records which headers real browsers and scripts send, for the tests of {@code filter-core}'s suspicion. */
@NullMarked
package dev.stile.it.headers;

import org.jspecify.annotations.NullMarked;
