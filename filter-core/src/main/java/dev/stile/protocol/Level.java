package dev.stile.protocol;

import java.util.Optional;

/** How far a pass reaches: a path may ask for more than the lowest level (PROTOCOL §5, §12). */
public enum Level {
    /** The lowest: what a path asks for that says nothing else. */
    ONE(1),
    /** Opens what asks for it and for {@link #ONE}. */
    TWO(2),
    /** Opens everything. */
    THREE(3);

    private static final Level[] ALL = values();

    private final int number;

    Level(int number) {
        this.number = number;
    }

    /** The level as it travels, 1 to 3. */
    public int number() {
        return number;
    }

    /** Whether a pass of this level opens what asks for {@code wanted}. */
    public boolean reaches(Level wanted) {
        return compareTo(wanted) >= 0;
    }

    /** The level with this number, if there is one. */
    public static Optional<Level> of(int number) {
        for (Level level : ALL) {
            if (level.number == number) {
                return Optional.of(level);
            }
        }
        return Optional.empty();
    }
}
