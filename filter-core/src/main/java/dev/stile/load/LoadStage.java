package dev.stile.load;

/**
 * How near its limits the application is. A stage is entered at one load and left {@value #HYSTERESIS} below, so that a
 * load at a border does not flap.
 */
public enum LoadStage {
    /** Nobody is charged for load. */
    CALM(0),
    /** Networks that send much pay for it. */
    RAISED(0.5),
    /** Everybody pays a little. */
    HIGH(0.75),
    /** The application is as good as full. */
    EMERGENCY(0.9);

    /** How far below its entry a stage is left. */
    static final double HYSTERESIS = 0.1;

    private final double entry;

    LoadStage(double entry) {
        this.entry = entry;
    }

    /** The stage that follows this one at a load of 0 to 1. */
    LoadStage at(double load) {
        LoadStage highest = CALM;
        for (LoadStage stage : values()) {
            double from = stage.compareTo(this) <= 0 ? stage.entry - HYSTERESIS : stage.entry;
            if (load >= from) {
                highest = stage;
            }
        }
        return highest;
    }
}
