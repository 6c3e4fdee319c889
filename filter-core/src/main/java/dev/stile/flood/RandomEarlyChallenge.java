package dev.stile.flood;

/**
 * How likely it is that a request without a pass is asked for a proof, in the manner of random early detection (Floyd and
 * Jacobson, 1993): not at all below a limit, and from there on with a probability that rises to 1. Who takes more is asked
 * sooner, there is no cliff, and nobody can tell from an answer where the limit is.
 */
final class RandomEarlyChallenge {
    /** At how many times the limit everybody is asked. */
    private static final double CERTAIN = 4;

    /** What full load leaves of a limit. */
    private static final double LEAST_LIMIT = 0.1;

    /** From which load on those are asked too who stay below every limit. */
    private static final double EVERYBODY = 0.9;

    private RandomEarlyChallenge() {}

    /**
     * The probability, 0 to 1: that of the client's own rate, of its wider prefix's, or of everybody, whichever is
     * highest. None of the rates and neither the load lowers it by rising.
     *
     * @param load of the application, 0 to 1
     */
    static double probability(Rates rates, double load, FloodTerms terms) {
        if (!(load >= 0 && load <= 1)) {
            throw new IllegalArgumentException("load must be 0 to 1, but is " + load);
        }
        double scale = 1 - (1 - LEAST_LIMIT) * load;
        double client = beyond(rates.client(), terms.clientPerMinute() * scale);
        double wider = beyond(rates.wider(), terms.widerPerMinute() * scale);
        double everybody = Math.max(0, (load - EVERYBODY) / (1 - EVERYBODY));
        return Math.min(1, Math.max(everybody, Math.max(client, wider)));
    }

    private static double beyond(double rate, double limit) {
        return Math.max(0, (rate / limit - 1) / (CERTAIN - 1));
    }
}
