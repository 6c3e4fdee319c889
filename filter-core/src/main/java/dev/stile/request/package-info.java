/** What the gate knows about one request. */
@NullMarked
package dev.stile.request;

import org.jspecify.annotations.NullMarked;
