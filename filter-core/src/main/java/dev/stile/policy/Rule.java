package dev.stile.policy;

/**
 * One rule of a policy.
 *
 * @param name what logs and explanations call it
 * @param condition when it applies
 * @param effect what it then does
 */
public record Rule(String name, Condition condition, Effect effect) {}
