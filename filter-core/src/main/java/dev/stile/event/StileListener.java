package dev.stile.event;

/**
 * Hears of every decision. Found by {@link java.util.ServiceLoader} in the application, or given to the filter in code.
 *
 * <p>Called on request threads by many at once, after the decision and before the answer: return at once, and do not
 * throw. What is thrown is logged and changes no decision.
 */
@FunctionalInterface
public interface StileListener {
    /** The gate has decided. */
    void onDecision(DecisionEvent event);
}
