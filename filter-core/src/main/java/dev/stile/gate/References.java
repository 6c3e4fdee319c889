package dev.stile.gate;

import java.util.function.LongSupplier;

/**
 * Makes the ids by which visitors and operators speak of one decision. They are no secrets: 50 bits of ordinary
 * randomness.
 */
final class References {
    /** Crockford's base32: no letter that is mistaken for another when it is read out. */
    private static final char[] ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ".toCharArray();

    private static final int LENGTH = 10;

    private final LongSupplier randomness;

    References(LongSupplier randomness) {
        this.randomness = randomness;
    }

    String next() {
        long bits = randomness.getAsLong();
        char[] reference = new char[LENGTH];
        for (int i = 0; i < LENGTH; i++) {
            reference[i] = ALPHABET[(int) (bits >>> (5 * i)) & 31];
        }
        return new String(reference);
    }
}
