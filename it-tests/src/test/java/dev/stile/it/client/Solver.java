package dev.stile.it.client;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.security.MessageDigest;

/** Finds proofs (PROTOCOL §3) on one thread, without tricks: 2^23 hashes took 1.2 s on the machine it was written on. */
public final class Solver {

    private Solver() {}

    /** The proof with the lowest counters. Takes as long as it takes; see {@link WireChallenge#check}. */
    public static WireProof solve(Puzzle puzzle) {
        byte[] preimage = puzzle.preimage(0);
        long[] counters = new long[puzzle.challenge().rounds()];
        long from = 0;
        for (int round = 0; round < counters.length; round++) {
            counters[round] = search(preimage, puzzle.challenge().bits(), from);
            from = counters[round] + 1;
        }
        return puzzle.proof(counters);
    }

    /** The first counter, from {@code from} on, that meets bits; it is left in the preimage. */
    static long search(byte[] preimage, int bits, long from) {
        MessageDigest sha256 = Puzzle.sha256();
        ByteBuffer bytes = ByteBuffer.wrap(preimage);
        long counter = from;
        while (!meets(sha256.digest(bytes.putLong(Puzzle.COUNTER_AT, counter).array()), bits)) {
            counter++;
        }
        return counter;
    }

    /** Whether a digest begins with that many zero bits (PROTOCOL §1.4). */
    static boolean meets(byte[] digest, int bits) {
        return new BigInteger(1, digest).bitLength() <= Byte.SIZE * digest.length - bits;
    }
}
