package dev.stile.protocol;

/**
 * What a redeemed proof or a wait buys (PROTOCOL §12).
 *
 * @param level how far it reaches
 * @param issued the second of issue
 * @param expires the first second at which it no longer counts
 * @param id what its budget is counted under
 * @param family the engine that the browser claimed
 * @param binding keyed tag of the network it was issued to
 * @param host the host it is good for
 */
public record Pass(Level level, long issued, long expires, PassId id, BrowserFamily family, long binding, Host host) {
    public Pass {
        Seconds.require("issued", issued);
        Seconds.require("expires", expires);
        if (expires <= issued) {
            throw new IllegalArgumentException("a pass must expire after its issue");
        }
    }

    /** Whether a wait bought it, not a proof: for a prefix, not for one visitor (PROTOCOL §12). */
    public boolean isWaited() {
        return id.isWaited();
    }

    /**
     * Whether replacing this pass by {@code other} would take something from the visitor. One that was waited for is
     * never better than one that was worked for.
     */
    public boolean isBetterThan(Pass other) {
        if (isWaited() != other.isWaited()) {
            return other.isWaited();
        }
        int byLevel = level.compareTo(other.level);
        return byLevel != 0 ? byLevel > 0 : expires > other.expires;
    }
}
