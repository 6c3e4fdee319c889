package dev.stile.bench.jvm;

/**
 * What one fork measured.
 *
 * @param rate million calls a second, of all threads together
 * @param bytes allocated by a call
 */
record Reading(double rate, double bytes) {}
