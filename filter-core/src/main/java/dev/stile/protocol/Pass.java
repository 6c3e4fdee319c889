package dev.stile.protocol;

/**
 * What a redeemed proof buys (PROTOCOL §12).
 *
 * @param level how far it reaches
 * @param issued the second of issue
 * @param expires the first second at which it no longer counts
 * @param id random
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

    /** Whether replacing this pass by {@code other} would take something from the visitor. */
    public boolean isBetterThan(Pass other) {
        int byLevel = level.compareTo(other.level);
        return byLevel != 0 ? byLevel > 0 : expires > other.expires;
    }
}
