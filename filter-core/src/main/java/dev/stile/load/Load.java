package dev.stile.load;

/**
 * How busy the application is.
 *
 * @param value 0 for idle to 1 for full
 * @param stage what follows from it, with hysteresis
 */
public record Load(double value, LoadStage stage) {
    /** An idle application. */
    public static final Load CALM = new Load(0, LoadStage.CALM);

    public Load {
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException("value must be 0 to 1, but is " + value);
        }
    }
}
