package dev.stile.it.client;

/** Why a client does not work on a challenge: how its form is wrong (PROTOCOL §10), or the check of §7 that fails. */
public enum Rule {
    MALFORMED("malformed"),
    UNSUPPORTED_VERSION("unsupported-version"),
    UNSUPPORTED_ALGORITHM("unsupported-algorithm"),
    PURPOSE_KNOWN("7.1"),
    TIME_IN_PERIOD("7.2"),
    TARGET_AND_REDEEM("7.3"),
    WORK_ACCEPTABLE("7.4");

    private final String token;

    Rule(String token) {
        this.token = token;
    }

    /** As the shared vectors spell it: a reason of §10, or the number of a check. */
    public String token() {
        return token;
    }
}
