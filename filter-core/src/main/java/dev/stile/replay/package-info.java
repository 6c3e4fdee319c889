/** The replay store: its SPI, and the default that keeps claims in memory. */
@NullMarked
package dev.stile.replay;

import org.jspecify.annotations.NullMarked;
