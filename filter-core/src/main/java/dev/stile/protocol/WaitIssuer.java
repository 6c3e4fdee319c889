package dev.stile.protocol;

import java.nio.ByteBuffer;

/**
 * Issues waits, and the passes that they buy (PROTOCOL §15): one pass for a network prefix and period, whoever asks and how
 * often, so that all have one budget. Keeps nothing. Safe for threads.
 */
public final class WaitIssuer {
    /** For how long a pass counts at most: a period of ten minutes, and two more for whoever comes at its end. */
    public static final int MAX_PASS_SECONDS = 720;

    /** How much longer than its period a pass counts: this part of its life. */
    private static final int LONGER = 6;

    private final KeyRing keys;
    private final int passSeconds;
    private final int periodSeconds;

    /**
     * @param longestSeconds for how long a pass of any kind counts, 1 or more
     */
    public WaitIssuer(KeyRing keys, int longestSeconds) {
        if (longestSeconds < 1) {
            throw new IllegalArgumentException("a pass must live 1 second or more, but has " + longestSeconds);
        }
        this.keys = keys;
        this.passSeconds = Math.min(MAX_PASS_SECONDS, longestSeconds);
        this.periodSeconds = passSeconds - passSeconds / LONGER;
    }

    /** The token of a wait that begins in the second {@code now}. */
    public String begin(Host host, NetworkPrefix client, long now) {
        return WaitToken.sign(keys.signing(), host, client, now);
    }

    /** The pass of this prefix and of the period of {@code now}; not signed, so nobody has it yet. */
    public Pass pass(Host host, BrowserFamily family, NetworkPrefix client, long now) {
        ServerKey key = keys.signing();
        long period = now / periodSeconds;
        long issued = period * periodSeconds;
        return new Pass(
                Level.ONE, issued, issued + passSeconds, id(key, client, period), family, key.binding(client), host);
    }

    /**
     * The same pass for whoever has waited.
     *
     * @throws IllegalArgumentException if the wait is not over
     */
    public SignedPass issue(VerifiedWait wait, BrowserFamily family, NetworkPrefix client, long now) {
        if (wait.secondsLeft() > 0) {
            throw new IllegalArgumentException("the wait still takes " + wait.secondsLeft() + " seconds");
        }
        Pass pass = pass(wait.host(), family, client, now);
        return new SignedPass(pass, PassCodec.sign(keys.signing(), pass));
    }

    /** Neither host nor browser count, which a client may name as it likes: they would be more budgets for it. */
    private static PassId id(ServerKey key, NetworkPrefix client, long period) {
        byte[] prefix = client.bytes();
        // At most 15 bytes; the MAC of a token is over more, so that neither can stand for the other.
        ByteBuffer input = ByteBuffer.allocate(prefix.length + Long.BYTES);
        input.put(prefix).putLong(period);
        ByteBuffer mac = ByteBuffer.wrap(key.waits().tag(input.array()));
        return PassId.waited(mac.getLong(), mac.getLong());
    }
}
