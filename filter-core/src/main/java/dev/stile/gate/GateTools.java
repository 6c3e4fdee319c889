package dev.stile.gate;

/**
 * What decisions about pages are made with; all of it safe for threads.
 *
 * @param passes reads the passes that a request shows
 * @param meters remember traffic
 * @param pricing makes prices
 * @param challenges issues challenges
 * @param waits offers waits beside them
 */
record GateTools(PassReader passes, Meters meters, Pricing pricing, ChallengeDesk challenges, WaitDesk waits) {}
