package dev.stile.demo.scraper;

/**
 * What a run is to do.
 *
 * @param pagesPerSecond pages asked for a second, by all addresses together, 1 to {@value #MAX_PAGES_PER_SECOND}; each
 *     may be followed by one redeem, so that the server gets twice as many requests at most
 * @param seconds how long it runs, 1 to {@value #MAX_SECONDS}
 */
public record Plan(Kind kind, Guise guise, int pagesPerSecond, int seconds) {

    /** Addresses of one run. */
    public static final int MAX_ADDRESSES = 32;

    /** With a redeem after each page these are 200 requests a second. */
    public static final int MAX_PAGES_PER_SECOND = 100;

    public static final int MAX_SECONDS = 60;

    public Plan {
        requireRange("pagesPerSecond", pagesPerSecond, MAX_PAGES_PER_SECOND);
        requireRange("seconds", seconds, MAX_SECONDS);
        requireRange("addresses", kind.addresses(), MAX_ADDRESSES);
    }

    private static void requireRange(String name, int value, int max) {
        if (value < 1 || value > max) {
            throw new IllegalArgumentException(name + " must be 1 to " + max + ", but is " + value);
        }
    }
}
