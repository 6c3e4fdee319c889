package dev.stile.policy;

/**
 * What a rule added to the suspicion of a request.
 *
 * @param rule its name
 * @param points -100 to 100
 */
public record Weight(String rule, int points) {}
