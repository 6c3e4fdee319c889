package dev.stile.gate;

import java.util.Locale;

/** Why an operator's question is not answered. */
public enum WithheldReason {
    /** It came from elsewhere, by a connection that others may read. */
    INSECURE,
    /** No token came with it. */
    NO_TOKEN,
    /** The token is another. */
    WRONG_TOKEN;

    /** The reason in logs, metrics and answers, such as {@code wrong-token}. */
    public String token() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
