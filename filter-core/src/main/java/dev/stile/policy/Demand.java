package dev.stile.policy;

import dev.stile.protocol.Level;
import java.util.OptionalInt;

/**
 * What a challenge that a rule asks for must come to.
 *
 * @param level how far a pass must reach
 * @param bits leading zero bits to ask for instead of those that load and share come to, 1 to {@value #MAX_BITS}
 * @param workFactor how many times the ordinary work, 1 to {@value #MAX_WORK_FACTOR}
 */
public record Demand(Level level, OptionalInt bits, double workFactor) {
    /** As many as the option {@code bits} may have. */
    public static final int MAX_BITS = 24;
    /** Six bits' worth. */
    public static final int MAX_WORK_FACTOR = 64;

    /** What a path asks for that says nothing else. */
    public static final Demand ORDINARY = of(Level.ONE);

    public Demand {
        bits.ifPresent(Demand::requireBits);
        // Written so that NaN is out of range too.
        if (!(workFactor >= 1 && workFactor <= MAX_WORK_FACTOR)) {
            throw new IllegalArgumentException("workFactor must be 1 to 64, but is " + workFactor);
        }
    }

    /** A pass of this level, at the ordinary price. */
    public static Demand of(Level level) {
        return new Demand(level, OptionalInt.empty(), 1);
    }

    private static void requireBits(int bits) {
        if (bits < 1 || bits > MAX_BITS) {
            throw new IllegalArgumentException("bits must be 1 to 24, but are " + bits);
        }
    }
}
