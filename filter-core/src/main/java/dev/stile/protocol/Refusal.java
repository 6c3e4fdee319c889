package dev.stile.protocol;

import java.util.Locale;

/**
 * Why something that a client sent is not accepted: the closed list of PROTOCOL §10. Metrics, logs and answers use
 * {@link #token()}, never free text.
 */
public enum Refusal {
    TOO_LARGE(400, false, "A limit of the protocol is exceeded"),
    MALFORMED(400, false, "This does not decode, or a value is out of range"),
    UNSUPPORTED_VERSION(400, false, "This version of the protocol is not supported"),
    UNSUPPORTED_ALGORITHM(400, false, "This algorithm is not supported"),
    UNSUPPORTED_PURPOSE(400, false, "This purpose does not exist"),
    BAD_TARGET(400, false, "The target is not a path of this origin"),
    BAD_REQUEST(400, false, "The request is ambiguous"),
    WRONG_METHOD(405, false, "This endpoint does not answer this method"),
    NOT_FOUND(404, false, "There is nothing here"),
    CROSS_SITE(403, false, "This came from a page of another origin"),
    UNKNOWN_KEY(403, true, "The key is not known any more"),
    NOT_YET_VALID(403, true, "The challenge is of a time to come"),
    EXPIRED(403, true, "The time for this is over"),
    OUTSIDE_PERIOD(403, true, "The time does not belong to the period"),
    FORGED(403, false, "This was not made by this server"),
    WRONG_PURPOSE(403, false, "The challenge was made for another purpose"),
    WRONG_HOST(403, true, "This was made for another host"),
    WRONG_NETWORK(403, true, "This was made for another network"),
    WRONG_BROWSER(403, false, "The pass was made for another browser"),
    WRONG_MESSAGE(403, false, "The proof belongs to another message"),
    INSUFFICIENT_WORK(403, false, "A counter does not meet the difficulty"),
    DENIED(403, false, "A rule of this site denies this"),
    NO_COOKIE(403, false, "The pass did not come back"),
    SPENT(429, false, "What waits buy for this network is used up"),
    REPLAYED(403, true, "This proof was redeemed before"),
    UNAVAILABLE(503, true, "Proofs cannot be redeemed at present");

    private final int status;
    private final boolean fresh;
    private final String title;
    private final String token;

    Refusal(int status, boolean fresh, String title) {
        this.status = status;
        this.fresh = fresh;
        this.title = title;
        this.token = name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The reason as it travels and is counted, such as {@code insufficient-work}. */
    public String token() {
        return token;
    }

    /** The HTTP status that goes with it. */
    public int status() {
        return status;
    }

    /** Whether a fresh challenge may succeed where this one failed. */
    public boolean fresh() {
        return fresh;
    }

    /** One short English sentence without client data, for the {@code title} of RFC 9457. */
    public String title() {
        return title;
    }
}
