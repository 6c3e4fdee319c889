package dev.stile.flood;

/**
 * From which rate on requests without a pass are asked by chance. A request counts 1, a sub-resource of a page an
 * eighth.
 *
 * @param clientPerMinute requests a minute of one client, while the application is calm; 1 to {@value #MAX_CLIENT}
 * @param widerPerMinute requests a minute of one wider prefix, while the application is calm; 1 to
 *     {@value #MAX_WIDER}
 */
public record FloodTerms(int clientPerMinute, int widerPerMinute) {
    /** Most requests a minute that a client's limit can be. */
    public static final int MAX_CLIENT = 1_000_000;
    /** The same of a wider prefix. */
    public static final int MAX_WIDER = 100_000_000;

    /**
     * A quick reader opens ten pages a minute, with forty parts each: 60. Twice that is no one's first visit; an office
     * behind one address is beyond it, solves once, and then counts by its passes.
     */
    public static final FloodTerms DEFAULT = new FloodTerms(120, 1_200);

    public FloodTerms {
        requireRange("clientPerMinute", clientPerMinute, MAX_CLIENT);
        requireRange("widerPerMinute", widerPerMinute, MAX_WIDER);
    }

    private static void requireRange(String name, int value, int max) {
        if (value < 1 || value > max) {
            throw new IllegalArgumentException(name + " must be 1 to " + max + ", but is " + value);
        }
    }
}
