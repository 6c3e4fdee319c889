package dev.stile.gate;

import java.util.Locale;

/** Why a request is challenged. */
public enum ChallengeReason {
    /** The path, or the mode, always wants a pass. */
    ALWAYS,
    /** Suspicion reached the threshold. */
    SUSPICION,
    /** The client takes much, or the application is under load. */
    FLOOD,
    /** The pass is good, but does not reach. */
    OUTGROWN,
    /** The pass is good, but its budget is used up. */
    SPENT,
    /** The pass is good, but in use in too many networks at once. */
    SHARED,
    /** A test switch challenges everybody. */
    TEST;

    private final String token = name().toLowerCase(Locale.ROOT).replace('_', '-');

    /** The reason in logs and metrics, such as {@code suspicion}. */
    public String token() {
        return token;
    }
}
