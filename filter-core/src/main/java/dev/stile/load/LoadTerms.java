package dev.stile.load;

/**
 * What the application can bear.
 *
 * @param requestsInFlight requests that may be in the application at once before its load counts as full, 1 to 100,000
 * @param latencyMillis how long it may take to answer before its load counts as full, 1 to 600,000
 */
public record LoadTerms(int requestsInFlight, int latencyMillis) {
    /** For an application with the two hundred threads that containers come with. */
    public static final LoadTerms DEFAULT = new LoadTerms(100, 2_000);

    public LoadTerms {
        requireRange("requestsInFlight", requestsInFlight, 100_000);
        requireRange("latencyMillis", latencyMillis, 600_000);
    }

    private static void requireRange(String name, int value, int max) {
        if (value < 1 || value > max) {
            throw new IllegalArgumentException(name + " must be 1 to " + max + ", but is " + value);
        }
    }
}
