package dev.stile.protocol;

/**
 * Verifies proofs by PROTOCOL §9, steps V2 to V9, cheapest first. Knows no clock and keeps nothing: whether a proof was
 * redeemed before is for the replay store to say. Safe for threads.
 */
public final class ProofVerifier {
    private final KeyRing keys;

    /** A verifier that believes the challenges that any key of the ring has signed. */
    public ProofVerifier(KeyRing keys) {
        this.keys = keys;
    }

    /**
     * What must agree with the signed challenge.
     *
     * @param purpose what is redeemed here
     * @param host the host of the request
     * @param client the network that the request comes from
     * @param now the second of the request, by a clock that never goes back
     */
    public record Context(Purpose purpose, Host host, NetworkPrefix client, long now) {}

    /**
     * The proof that the text holds, or the first reason to refuse it.
     *
     * @param text the value of {@code Stile-Proof}, of any length and content
     */
    public Checked<VerifiedProof> verify(String text, Context context) {
        return Proof.decode(text)
                .then(this::keyed)
                .then(keyed -> timely(keyed, context.now()))
                .then(ProofVerifier::authentic)
                .then(keyed -> inContext(keyed, context))
                .then(proof -> Checked.require(proof.isBoundToMessage(), proof, Refusal.WRONG_MESSAGE))
                .then(proof -> Checked.require(proof.holdsWork(), proof, Refusal.INSUFFICIENT_WORK))
                .then(proof -> Checked.of(new VerifiedProof(proof)));
    }

    private record Keyed(Proof proof, ServerKey key) {
        Challenge challenge() {
            return proof.challenge();
        }

        Terms terms() {
            return challenge().terms();
        }
    }

    /** V4. */
    private Checked<Keyed> keyed(Proof proof) {
        return keys.forChallenge(proof.challenge().keyId()).then(key -> Checked.of(new Keyed(proof, key)));
    }

    /** V5. */
    private static Checked<Keyed> timely(Keyed keyed, long now) {
        long time = keyed.challenge().time();
        int lifetime = keyed.terms().lifetimeSeconds();
        return Checked.of(keyed)
                .require(time <= now + lifetime, Refusal.NOT_YET_VALID)
                .require(now <= time + lifetime, Refusal.EXPIRED)
                .require(keyed.terms().inPeriod(time), Refusal.OUTSIDE_PERIOD);
    }

    /** V6. */
    private static Checked<Keyed> authentic(Keyed keyed) {
        return Checked.require(keyed.challenge().isSignedBy(keyed.key()), keyed, Refusal.FORGED);
    }

    /** V7. */
    private static Checked<Proof> inContext(Keyed keyed, Context context) {
        Terms terms = keyed.terms();
        return Checked.of(keyed)
                .require(terms.purpose() == context.purpose().number(), Refusal.WRONG_PURPOSE)
                .require(terms.host().equals(context.host()), Refusal.WRONG_HOST)
                .then(same -> Checked.require(isBoundTo(same, context.client()), same.proof(), Refusal.WRONG_NETWORK));
    }

    private static boolean isBoundTo(Keyed keyed, NetworkPrefix client) {
        return keyed.terms().binding() == keyed.key().binding(client);
    }
}
