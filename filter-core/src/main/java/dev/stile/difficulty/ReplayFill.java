package dev.stile.difficulty;

/**
 * How full the replay store is.
 *
 * @param fill live claims as a share of what fits, 0 to 1
 * @param held the share of the live claims that the client's wider prefix holds, 0 to 1
 */
public record ReplayFill(double fill, double held) {
    /** An empty store. */
    public static final ReplayFill EMPTY = new ReplayFill(0, 0);

    /** Where the price begins to rise for those who hold much. */
    private static final double HALF = 0.5;
    /** Where it rises for all. */
    private static final double MOST = 0.75;
    /** From here on it is an emergency: a full store refuses everybody who has no pass yet. */
    private static final double NEARLY_FULL = 0.9;
    /** What one wider prefix may hold before it pays all of {@link #HOLDERS_PRICE}. */
    private static final double MUCH = 0.1;

    private static final double HOLDERS_PRICE = 32;
    private static final double EVERYBODYS_PRICE = 4;

    public ReplayFill {
        if (!(fill >= 0 && fill <= 1 && held >= 0 && held <= 1)) {
            throw new IllegalArgumentException("fill and held must be 0 to 1, but are " + fill + " and " + held);
        }
    }

    /** What holders of many claims pay more, 1 to 32: from half full on, and the more the more they hold. */
    double holders() {
        return 1 + (HOLDERS_PRICE - 1) * above(HALF) * Math.min(1, held / MUCH);
    }

    /** What everybody pays more, 1 to 4: from three quarters full on. */
    double everybody() {
        return 1 + (EVERYBODYS_PRICE - 1) * above(MOST);
    }

    boolean isEmergency() {
        return fill >= NEARLY_FULL;
    }

    private double above(double start) {
        return Math.max(0, (fill - start) / (1 - start));
    }
}
