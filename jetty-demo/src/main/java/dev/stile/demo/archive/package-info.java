/** The archive that the demo shows: a dictionary, read once from a bundled text, and the search over it. */
@NullMarked
package dev.stile.demo.archive;

import org.jspecify.annotations.NullMarked;
