package dev.stile.load;

/**
 * What the application can bear.
 *
 * @param requestsInFlight requests that may be in the application at once before its load counts as full, 1 to
 *     {@value #MAX_IN_FLIGHT}
 * @param latencyMillis how long it may take to answer before its load counts as full, 1 to {@value #MAX_LATENCY_MILLIS}
 */
public record LoadTerms(int requestsInFlight, int latencyMillis) {
    /** Most requests at once that the limit can be. */
    public static final int MAX_IN_FLIGHT = 100_000;
    /** Ten minutes. */
    public static final int MAX_LATENCY_MILLIS = 600_000;

    /** For an application with the two hundred threads that containers come with. */
    public static final LoadTerms DEFAULT = new LoadTerms(100, 2_000);

    public LoadTerms {
        requireRange("requestsInFlight", requestsInFlight, MAX_IN_FLIGHT);
        requireRange("latencyMillis", latencyMillis, MAX_LATENCY_MILLIS);
    }

    private static void requireRange(String name, int value, int max) {
        if (value < 1 || value > max) {
            throw new IllegalArgumentException(name + " must be 1 to " + max + ", but is " + value);
        }
    }
}
