package dev.stile.policy;

/** What happens to a request. */
public sealed interface Action extends Effect {
    /** It goes on to the application. */
    record Allow() implements Action {}

    /** It is refused; no proof helps. */
    record Deny() implements Action {}

    /** It goes on with a pass only. */
    record Challenge(Demand demand) implements Action {}

    /** The one {@link Allow}. */
    Action ALLOW = new Allow();

    /** The one {@link Deny}. */
    Action DENY = new Deny();

    /** Asks for the ordinary pass. */
    Action CHALLENGE = new Challenge(Demand.ORDINARY);
}
