package dev.stile.difficulty;

import dev.stile.protocol.Difficulty;
import dev.stile.protocol.Level;
import java.util.OptionalInt;

/**
 * What a rule asks for, before circumstances are looked at.
 *
 * @param level how far the pass will reach: 4 times the base's work for the second, 16 times for the third
 * @param workFactor what the rule multiplies the work by, 1 to 1,000,000
 * @param bits what the rule puts in place of the base's bits and of the level's factor, 1 to 32; may be fewer than the
 *     base's
 */
public record Wanted(Level level, double workFactor, OptionalInt bits) {
    /** What is asked where no rule says otherwise. */
    public static final Wanted ORDINARY = new Wanted(Level.ONE, 1, OptionalInt.empty());

    public Wanted {
        if (!(workFactor >= 1 && workFactor <= 1_000_000)) {
            throw new IllegalArgumentException("workFactor must be 1 to 1000000, but is " + workFactor);
        }
        if (bits.isPresent() && (bits.getAsInt() < 1 || bits.getAsInt() > Difficulty.MAX_BITS)) {
            throw new IllegalArgumentException("bits must be 1 to 32, but are " + bits.getAsInt());
        }
    }

    /** What the level multiplies the work by; 1 where the rule says bits instead. */
    double levelFactor() {
        return bits.isPresent() ? 1 : Math.pow(4, level.number() - 1);
    }

    /** What the rule's bits multiply the base's work by: less than 1 where they are fewer. */
    double bitsFactor(Difficulty base) {
        return bits.isPresent() ? Math.scalb(1.0, bits.getAsInt() - base.bits()) : 1;
    }

    /** The least that may come of it: the base, or fewer bits if the rule says so. */
    Difficulty least(Difficulty base) {
        return new Difficulty(Math.min(base.bits(), bits.orElse(base.bits())), base.rounds());
    }
}
