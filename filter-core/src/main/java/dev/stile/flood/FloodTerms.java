package dev.stile.flood;

/**
 * From which rate on requests without a pass are asked by chance. A request counts 1, a sub-resource of a page an
 * eighth.
 *
 * @param clientPerMinute requests a minute of one client, while the application is calm; 1 to 1,000,000
 * @param widerPerMinute requests a minute of one wider prefix, while the application is calm; 1 to 100,000,000
 */
public record FloodTerms(int clientPerMinute, int widerPerMinute) {
    /**
     * A quick reader opens ten pages a minute, with forty parts each: 60. Twice that is no one's first visit; an office
     * behind one address is beyond it, solves once, and then counts by its passes.
     */
    public static final FloodTerms DEFAULT = new FloodTerms(120, 1_200);

    public FloodTerms {
        requireRange("clientPerMinute", clientPerMinute, 1_000_000);
        requireRange("widerPerMinute", widerPerMinute, 100_000_000);
    }

    private static void requireRange(String name, int value, int max) {
        if (value < 1 || value > max) {
            throw new IllegalArgumentException(name + " must be 1 to " + max + ", but is " + value);
        }
    }
}
