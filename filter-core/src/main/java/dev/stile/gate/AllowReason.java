package dev.stile.gate;

import dev.stile.protocol.Pass;
import java.util.Locale;

/** Why a request goes on to the application. */
public enum AllowReason {
    /** A rule exempts it. */
    EXEMPT,
    /** It holds a pass that was worked for, and that reaches. */
    PASS,
    /** It holds a pass that was waited for, and that reaches. */
    WAITED,
    /** Nothing is suspicious enough. */
    CALM,
    /** A test switch lets everything through. */
    TEST;

    private final String token = name().toLowerCase(Locale.ROOT).replace('_', '-');

    /** How the pass was come by. */
    static AllowReason of(Pass pass) {
        return pass.isWaited() ? WAITED : PASS;
    }

    /** The reason in logs and metrics, such as {@code calm}. */
    public String token() {
        return token;
    }
}
