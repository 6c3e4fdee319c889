package dev.stile.protocol;

/**
 * A proof that is right in everything but that it may have been redeemed before: only {@link ProofVerifier} makes one.
 * It becomes a pass when its tuple is claimed for the first time (step V11).
 */
public final class VerifiedProof {
    /** How far the clocks of nodes may differ (PROTOCOL §9). */
    public static final int ALLOWED_SKEW_SECONDS = 5;

    private final Proof proof;

    VerifiedProof(Proof proof) {
        this.proof = proof;
    }

    /** The signed terms that the proof fulfils. */
    public Terms terms() {
        return proof.challenge().terms();
    }

    /** Where the visitor meant to go. */
    public Target target() {
        return proof.target();
    }

    /** (time, IVserver, IVclient), 72 bytes: what must be claimed. */
    public byte[] replayTuple() {
        return proof.replayTuple();
    }

    /** The last second in which the claim must still be known: time + P + skew. */
    public long claimUntil() {
        return proof.challenge().time() + terms().lifetimeSeconds() + ALLOWED_SKEW_SECONDS;
    }
}
