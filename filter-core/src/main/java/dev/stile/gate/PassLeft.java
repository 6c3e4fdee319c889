package dev.stile.gate;

import dev.stile.protocol.Level;

/**
 * What a pass has left.
 *
 * @param level how far it reaches
 * @param seconds until it no longer counts, not negative
 * @param requests whole requests that its budget still buys, not negative
 */
public record PassLeft(Level level, long seconds, int requests) {}
