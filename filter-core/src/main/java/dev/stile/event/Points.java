package dev.stile.event;

/**
 * What one signal or rule did to suspicion.
 *
 * @param name the signal's token or the rule's name
 * @param points what it adds; a rule may take some off, -100 to 100
 */
public record Points(String name, int points) {}
