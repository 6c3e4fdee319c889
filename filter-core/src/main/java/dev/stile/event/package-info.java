/** What happened: the listener SPI, counters and the log. */
@NullMarked
package dev.stile.event;

import org.jspecify.annotations.NullMarked;
