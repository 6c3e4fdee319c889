package dev.stile.protocol;

/**
 * Verifies passes in the order of PROTOCOL §12. Whether the level is enough, and whether the budget is spent, is for
 * the gate to say. Safe for threads.
 */
public final class PassVerifier {
    /** Longest pass in base64url characters (PROTOCOL §13). */
    private static final int MAX_TEXT_LENGTH = 512;

    private final KeyRing keys;

    /** A verifier that believes what any key of the ring has signed. */
    public PassVerifier(KeyRing keys) {
        this.keys = keys;
    }

    /**
     * A pass that is the server's, in time, and made for this host and browser.
     *
     * @param networkChanged whether it was issued to another network: counted, not refused, but for one that was waited
     *     for, whose budget is its network's
     */
    public record Held(Pass pass, boolean networkChanged) {}

    /**
     * What the request says of itself.
     *
     * @param now the second of the request, by a clock that never goes back
     */
    public record Context(Host host, BrowserFamily family, NetworkPrefix client, long now) {}

    /**
     * The pass that the text holds, or the first reason not to believe it.
     *
     * @param text a cookie's value, of any length and content
     */
    public Checked<Held> verify(String text, Context context) {
        return Checked.require(text.length() <= MAX_TEXT_LENGTH, text, Refusal.TOO_LARGE)
                .then(Base64Url::decode)
                .then(bytes -> PassCodec.decode(bytes, context.host()))
                .then(unverified -> authentic(unverified, context.client()))
                .then(held -> inContext(held, context));
    }

    /**
     * The same for one of several that a request shows. A client may send many which are none, and an exception for each
     * would cost more than all else that is done for the request: so their characters are looked at first.
     *
     * @param text as of {@link #verify}
     */
    public Checked<Held> verifyOneOfSeveral(String text, Context context) {
        boolean undecodable = text.length() <= MAX_TEXT_LENGTH && !Base64Url.isOfItsAlphabet(text);
        return undecodable ? Checked.refused(Refusal.MALFORMED) : verify(text, context);
    }

    private Checked<Held> authentic(PassCodec.Unverified unverified, NetworkPrefix client) {
        Pass pass = unverified.pass();
        return keys.forPass(unverified.keyId())
                .then(key -> Checked.require(unverified.isSignedBy(key), key, Refusal.FORGED))
                .then(key -> Checked.of(new Held(pass, pass.binding() != key.binding(client))));
    }

    private static Checked<Held> inContext(Held held, Context context) {
        Pass pass = held.pass();
        return Checked.of(held)
                .require(context.now() < pass.expires(), Refusal.EXPIRED)
                .require(pass.host().equals(context.host()), Refusal.WRONG_HOST)
                .require(pass.family() == context.family(), Refusal.WRONG_BROWSER)
                .require(!pass.isWaited() || !held.networkChanged(), Refusal.WRONG_NETWORK);
    }
}
