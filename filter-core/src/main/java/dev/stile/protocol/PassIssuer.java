package dev.stile.protocol;

import java.nio.ByteBuffer;
import java.util.function.Consumer;

/** Issues signed passes (PROTOCOL §12). Safe for threads if its randomness is. */
public final class PassIssuer {
    private final KeyRing keys;
    private final int lifetimeSeconds;
    private final Consumer<byte[]> randomness;

    /**
     * @param lifetimeSeconds for how long a pass counts, 1 or more
     * @param randomness fills an array with unpredictable bytes
     */
    public PassIssuer(KeyRing keys, int lifetimeSeconds, Consumer<byte[]> randomness) {
        if (lifetimeSeconds < 1) {
            throw new IllegalArgumentException("a pass must live 1 second or more, but has " + lifetimeSeconds);
        }
        this.keys = keys;
        this.lifetimeSeconds = lifetimeSeconds;
        this.randomness = randomness;
    }

    /** A new pass of the level that the proof reached, which counts from the second {@code now}. */
    public SignedPass issue(VerifiedProof proof, BrowserFamily family, NetworkPrefix client, long now) {
        ServerKey key = keys.signing();
        Terms terms = proof.terms();
        Pass pass =
                new Pass(terms.level(), now, now + lifetimeSeconds, newId(), family, key.binding(client), terms.host());
        return new SignedPass(pass, PassCodec.sign(key, pass));
    }

    private PassId newId() {
        byte[] bytes = new byte[2 * Long.BYTES];
        randomness.accept(bytes);
        ByteBuffer id = ByteBuffer.wrap(bytes);
        return PassId.worked(id.getLong(), id.getLong());
    }
}
