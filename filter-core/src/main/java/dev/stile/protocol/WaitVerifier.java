package dev.stile.protocol;

/**
 * Verifies the tokens of waits in the order of PROTOCOL §15. A token proves no work and is not claimed: shown again, it buys
 * the same pass again. Safe for threads.
 */
public final class WaitVerifier {
    /**
     * For how long a wait that is over may be redeemed. Somebody who follows the link by hand has time to read; and as a
     * pass counts for about as long, a token that was kept saves its owner no wait.
     */
    public static final int LIFETIME_SECONDS = 600;

    private final KeyRing keys;

    /** A verifier that believes what any key of the ring has signed. */
    public WaitVerifier(KeyRing keys) {
        this.keys = keys;
    }

    /**
     * What the request says of itself.
     *
     * @param waitSeconds how long a wait takes now, whatever it took when this one began
     * @param now the second of the request, by a clock that never goes back
     */
    public record Context(Host host, NetworkPrefix client, int waitSeconds, long now) {}

    /**
     * The wait that the token stands for, over or not, or the first reason not to believe it.
     *
     * @param token of any length and content
     */
    public Checked<VerifiedWait> verify(String token, Context context) {
        return WaitToken.decode(token)
                .then(decoded -> inTime(decoded, context))
                .then(decoded -> authentic(decoded, context))
                .then(decoded -> Checked.of(new VerifiedWait(context.host(), secondsLeft(decoded, context))));
    }

    private static Checked<WaitToken> inTime(WaitToken token, Context context) {
        long begun = context.now() - token.start();
        if (begun < -VerifiedProof.ALLOWED_SKEW_SECONDS) {
            return Checked.refused(Refusal.NOT_YET_VALID);
        }
        return Checked.require(begun <= context.waitSeconds() + LIFETIME_SECONDS, token, Refusal.EXPIRED);
    }

    private Checked<WaitToken> authentic(WaitToken token, Context context) {
        return keys.forWait(token.keyId())
                .then(key -> Checked.require(token.isSignedBy(key, context.host()), key, Refusal.FORGED))
                .then(key -> Checked.require(token.isBoundTo(key, context.client()), token, Refusal.WRONG_NETWORK));
    }

    private static int secondsLeft(WaitToken token, Context context) {
        return (int) Math.max(0, token.start() + context.waitSeconds() - context.now());
    }
}
