package dev.stile.config;

import java.time.Duration;

/**
 * How forms are kept whose sender is challenged.
 *
 * @param limitKib longest body that is kept, in KiB, 0 to 10,240; 0 keeps none
 * @param seconds until a body must have come and its page must have gone, 1 to 600
 */
public record FormOptions(int limitKib, int seconds) {
    private static final int KIB = 1 << 10;

    /** Longest body that is kept; 0 keeps none. */
    public int limitBytes() {
        return limitKib * KIB;
    }

    /** How long one exchange of body and page may take. */
    public Duration deadline() {
        return Duration.ofSeconds(seconds);
    }
}
