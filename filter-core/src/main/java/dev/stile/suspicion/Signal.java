package dev.stile.suspicion;

import java.util.Locale;

/**
 * Something about a request's headers that ordinary browsers do not do. Each weight is what the signal adds to
 * suspicion; 50, the default threshold, is what the weakest comes to.
 */
public enum Signal {
    /** No User-Agent, or an empty one. */
    NO_USER_AGENT(60),
    /** The User-Agent names a program, library, crawler or headless browser. */
    SCRIPTED_AGENT(80),
    /** The User-Agent has not the form that all browsers share, or is of a length or alphabet that none has. */
    UNUSUAL_AGENT(60),
    /** No Accept where every browser sends one. */
    NO_ACCEPT(50),
    /** No Accept-Language where every browser sends one. */
    NO_ACCEPT_LANGUAGE(50),
    /** The browser that is claimed sends Sec-Fetch headers on this connection, and there are none. */
    NO_FETCH_METADATA(50),
    /** Sec-Fetch headers that no browser combines so. */
    ODD_FETCH_METADATA(50),
    /** The browser that is claimed sends client hints on this connection, and there are none. */
    NO_CLIENT_HINTS(50),
    /** Client hints that contradict the browser that is claimed. */
    CONTRADICTING_CLIENT_HINTS(60);

    private final int weight;
    private final String token;

    Signal(int weight) {
        this.weight = weight;
        this.token = name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What it adds to suspicion, 1 to 100. */
    public int weight() {
        return weight;
    }

    /** Its name in logs, metrics and pages, such as {@code no-user-agent}. */
    public String token() {
        return token;
    }
}
