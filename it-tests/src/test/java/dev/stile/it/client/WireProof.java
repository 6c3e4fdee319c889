package dev.stile.it.client;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;

/**
 * A proof as it travels, PROTOCOL §8, whole or with single fields exchanged. It checks nothing: what it holds may be wrong
 * on purpose.
 *
 * @param count what is sent as n; the number of counters in an honest proof
 */
public record WireProof(byte[] challenge, byte[] target, byte[] ivClient, byte[] hash, int count, long[] counters) {

    private static final int FIXED_BYTES = 2 + 2 + 1;

    public WireProof {
        challenge = challenge.clone();
        target = target.clone();
        ivClient = ivClient.clone();
        hash = hash.clone();
        counters = counters.clone();
    }

    /** The bytes of PROTOCOL §8. */
    public byte[] encode() {
        ByteBuffer proof = ByteBuffer.allocate(FIXED_BYTES
                + challenge.length
                + target.length
                + ivClient.length
                + hash.length
                + Long.BYTES * counters.length);
        proof.putShort((short) challenge.length).put(challenge);
        proof.putShort((short) target.length).put(target);
        proof.put(ivClient).put(hash).put((byte) count);
        for (long counter : counters) {
            proof.putLong(counter);
        }
        return proof.array();
    }

    /** The value of the header Stile-Proof. */
    public String text() {
        return Base64Url.encode(encode());
    }

    public WireProof withChallenge(WireChallenge other) {
        return new WireProof(other.bytes(), target, ivClient, hash, count, counters);
    }

    public WireProof withTarget(String other) {
        return new WireProof(challenge, other.getBytes(UTF_8), ivClient, hash, count, counters);
    }

    public WireProof withIvClient(byte[] other) {
        return new WireProof(challenge, target, other, hash, count, counters);
    }

    public WireProof withHash(byte[] other) {
        return new WireProof(challenge, target, ivClient, other, count, counters);
    }

    /** Other counters, and n as many. */
    public WireProof withCounters(long... other) {
        return new WireProof(challenge, target, ivClient, hash, other.length, other);
    }

    /** Another counter in one place, from 0. */
    public WireProof withCounter(int place, long other) {
        long[] changed = counters.clone();
        changed[place] = other;
        return new WireProof(challenge, target, ivClient, hash, count, changed);
    }

    /** Another n before the same counters. */
    public WireProof withCount(int other) {
        return new WireProof(challenge, target, ivClient, hash, other, counters);
    }
}
