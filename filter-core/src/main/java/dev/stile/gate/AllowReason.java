package dev.stile.gate;

import java.util.Locale;

/** Why a request goes on to the application. */
public enum AllowReason {
    /** A rule exempts it. */
    EXEMPT,
    /** It holds a pass that reaches. */
    PASS,
    /** Nothing is suspicious enough. */
    CALM,
    /** A test switch lets everything through. */
    TEST;

    /** The reason in logs and metrics, such as {@code calm}. */
    public String token() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
