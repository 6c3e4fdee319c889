package dev.stile.protocol;

/**
 * The id of a pass, 128 bits: what its budget is counted under. Its first bit says how the pass was come by: 0, by a proof,
 * and the rest is random; 1, by a wait, and the rest is a MAC of prefix and period (PROTOCOL §12).
 *
 * @param high first 8 bytes
 * @param low last 8 bytes
 */
public record PassId(long high, long low) {
    /** The id of a pass that a proof bought, from random bytes. */
    static PassId worked(long high, long low) {
        return new PassId(high & Long.MAX_VALUE, low);
    }

    /** The id of a pass that was waited for, from a MAC. */
    static PassId waited(long high, long low) {
        return new PassId(high | Long.MIN_VALUE, low);
    }

    boolean isWaited() {
        return high < 0;
    }
}
