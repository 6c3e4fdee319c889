package dev.stile.gate;

/** What a challenge offers to a visitor whose browser runs no scripts. */
public sealed interface NoScript {
    /** Nothing but whom to ask. */
    NoScript EXPLAINED = new Explained();

    /** Nothing but whom to ask. */
    record Explained() implements NoScript {}

    /**
     * A wait.
     *
     * @param token opaque, in base64url
     * @param seconds how long it takes, 1 or more
     */
    record Wait(String token, int seconds) implements NoScript {}

    /** Nothing just now: what waits buy here is used up. */
    record Spent() implements NoScript {}
}
