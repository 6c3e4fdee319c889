package dev.stile.protocol;

/**
 * The random id of a pass, 128 bits: what its budget is counted under.
 *
 * @param high first 8 bytes
 * @param low last 8 bytes
 */
public record PassId(long high, long low) {}
