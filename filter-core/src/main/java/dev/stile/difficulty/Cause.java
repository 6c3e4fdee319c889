package dev.stile.difficulty;

import java.util.Locale;

/** Why a price is not the base price, in the order in which prices rise: the client first, everybody last. */
public enum Cause {
    /** Bits that the rule asks for in place of the base's. */
    BITS,
    /** The level that the rule asks for. */
    LEVEL,
    /** The rule's own factor. */
    RULE,
    /** What the request looks like. */
    SUSPICION,
    /** More requests from the client's prefix than are free. */
    CLIENT_REQUESTS,
    /** Many proofs redeemed by the client's prefix. */
    CLIENT_PROOFS,
    /** Passes that the client's prefix used up before their time. */
    CLIENT_SPENT,
    /** What the client's wider prefix takes as a whole. */
    WIDER,
    /** Much of a filling replay store is held by the client's wider prefix. */
    REPLAY_SHARE,
    /** The load of the application. */
    LOAD,
    /** A replay store that is nearly full. */
    REPLAY_FILL;

    /** Its name in logs and pages, such as {@code client-spent}. */
    public String token() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
