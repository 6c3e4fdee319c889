package dev.stile.difficulty;

/**
 * What one prefix takes. All counts decay, and hold only what was let through or solved: others' unsolved requests
 * cannot be told to the controller (A33).
 *
 * @param requestsPerMinute requests that were let through without a pass, 0 or more
 * @param limitPerMinute how many of them are free, more than 0
 * @param proofs redeemed proofs, 0 or more
 * @param spent passes whose budget was used up before their time, 0 or more
 */
public record Share(double requestsPerMinute, double limitPerMinute, double proofs, double spent) {
    /** Nothing at all. */
    public static final Share NONE = new Share(0, 1, 0, 0);

    public Share {
        requireCount("requestsPerMinute", requestsPerMinute);
        requireCount("proofs", proofs);
        requireCount("spent", spent);
        if (!(limitPerMinute > 0)) {
            throw new IllegalArgumentException("limitPerMinute must be more than 0, but is " + limitPerMinute);
        }
    }

    private static void requireCount(String name, double count) {
        if (!(count >= 0 && Double.isFinite(count))) {
            throw new IllegalArgumentException(name + " must be a number of 0 or more, but is " + count);
        }
    }

    /** How far the requests are above what is free, 1 or more. */
    double rate() {
        return Math.max(1, requestsPerMinute / limitPerMinute);
    }

    /** How many more passes were spent than kept: below zero for many people, near {@link #proofs} for a scraper. */
    double greed() {
        return 2 * spent - proofs;
    }
}
