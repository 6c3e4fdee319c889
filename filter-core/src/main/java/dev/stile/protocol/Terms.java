package dev.stile.protocol;

import java.nio.ByteBuffer;

/**
 * What the server asks for and under which conditions: all that the challenge's MAC covers besides version, key and
 * algorithm (PROTOCOL §5).
 *
 * @param purpose number of the {@link Purpose} that the proof may be redeemed for; 0 to 255, for a later server may
 *     know more
 * @param difficulty how much work it must hold
 * @param level how far the pass will reach
 * @param period first second of the period that IVserver belongs to
 * @param lifetimeSeconds P, 1 to {@value #MAX_LIFETIME_SECONDS}
 * @param binding keyed tag of the client's network prefix
 * @param host the host that the challenge was made for
 */
public record Terms(
        int purpose, Difficulty difficulty, Level level, long period, int lifetimeSeconds, long binding, Host host) {
    /** Longest life of a challenge. */
    public static final int MAX_LIFETIME_SECONDS = 86_400;

    public Terms {
        Seconds.require("period", period);
        if (lifetimeSeconds < 1 || lifetimeSeconds > MAX_LIFETIME_SECONDS) {
            throw new IllegalArgumentException("lifetime must be 1 to 86400 seconds, but is " + lifetimeSeconds);
        }
    }

    /** Whether {@code time} lies in the period that IVserver belongs to. */
    boolean inPeriod(long time) {
        return time >= period && time < period + lifetimeSeconds;
    }

    void encode(ByteBuffer to) {
        to.put((byte) purpose);
        to.put((byte) difficulty.bits()).put((byte) difficulty.rounds()).put((byte) level.number());
        to.putLong(period).putInt(lifetimeSeconds).putLong(binding);
        host.encode(to);
    }
}
