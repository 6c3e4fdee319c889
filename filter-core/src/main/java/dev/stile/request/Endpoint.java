package dev.stile.request;

import java.util.Locale;

/** What a request is for: a page of the application, or one of the gate's own endpoints. */
public enum Endpoint {
    /** Anything of the application. */
    PAGE,
    /** Exchanges a proof for a pass (PROTOCOL §8). */
    REDEEM,
    /** Asks for a challenge (PROTOCOL §6). */
    CHALLENGE,
    /** Ends the wait of a visitor without scripts (PROTOCOL §15). */
    WAIT,
    /** Looks whether the pass of a wait came back. */
    WAITED,
    /** An operator asks about decisions, or how the gate is. */
    OPERATOR,
    /** A browser file of the interstitial. */
    FILE,
    /** Below the gate's own path, but nothing that exists. */
    NOTHING,
    /** The request does not say clearly what it wants, or from which host. */
    UNCLEAR;

    private final String token = name().toLowerCase(Locale.ROOT);

    /** Its name in logs and events, such as {@code page}. */
    public String token() {
        return token;
    }
}
