package dev.stile.difficulty;

/** What the load of the application means for prices; the order is that of rising urgency. */
public enum Urgency {
    /** The client pays for itself alone. */
    CALM(1),
    /** Wider prefixes pay for what they send together. */
    RAISED(1),
    /** Everybody pays double. */
    HIGH(2),
    /** Everybody pays fourfold, and the cap for ordinary visitors is lifted. */
    EMERGENCY(4);

    private final int everybody;

    Urgency(int everybody) {
        this.everybody = everybody;
    }

    /** What everybody's price is multiplied by, 1 to 4. */
    int everybody() {
        return everybody;
    }
}
