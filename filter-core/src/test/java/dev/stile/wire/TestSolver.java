package dev.stile.wire;

import static dev.stile.wire.Bytes.concat;
import static dev.stile.wire.Bytes.integer;
import static dev.stile.wire.Bytes.sha256;
import static dev.stile.wire.Bytes.u64;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.function.LongPredicate;

/** Solves challenges of few bits, plainly, from PROTOCOL §3, §4 and §8. */
public final class TestSolver {
    private final byte[] challenge;
    private final String target;
    private final byte[] ivClient;

    public TestSolver(byte[] challenge, String target, byte[] ivClient) {
        this.challenge = challenge.clone();
        this.target = target;
        this.ivClient = ivClient.clone();
    }

    /** The proof of the first counters that meet what the challenge asks for. */
    public static Fields<ProofField> solve(Fields<ChallengeField> challenge, String target, byte[] ivClient) {
        TestSolver solver = new TestSolver(challenge.bytes(), target, ivClient);
        return solver.proof(solver.first(solver.rounds(), solver::meets));
    }

    /** A proof that holds these counters, whether they meet or not. */
    public Fields<ProofField> proof(long... counters) {
        byte[] targetBytes = target.getBytes(StandardCharsets.US_ASCII);
        return Fields.of(ProofField.class)
                .with(ProofField.CHALLENGE_LENGTH, integer(challenge.length, 2))
                .with(ProofField.CHALLENGE, challenge)
                .with(ProofField.TARGET_LENGTH, integer(targetBytes.length, 2))
                .with(ProofField.TARGET, targetBytes)
                .with(ProofField.IV_CLIENT, ivClient)
                .with(ProofField.MESSAGE_HASH, messageHash())
                .with(ProofField.N, integer(counters.length, 1))
                .with(ProofField.COUNTERS, join(counters));
    }

    /** The {@code n} lowest counters of which the condition holds. */
    public long[] first(int n, LongPredicate condition) {
        return ascending(Collections.nCopies(n, condition).toArray(LongPredicate[]::new));
    }

    /** Strictly increasing counters, each the lowest of which its condition holds. */
    public long[] ascending(LongPredicate... conditions) {
        long[] counters = new long[conditions.length];
        long next = 0;
        for (int i = 0; i < conditions.length; i++) {
            while (!conditions[i].test(next)) {
                next++;
            }
            counters[i] = next++;
        }
        return counters;
    }

    public boolean meets(long counter) {
        return zeroBits(counter) >= bits();
    }

    /** Leading zero bits of the counter's digest. */
    public int zeroBits(long counter) {
        byte[] digest = sha256(ivServer(), ivClient, time(), messageHash(), new byte[7], u64(counter));
        return 256 - new BigInteger(1, digest).bitLength();
    }

    public int bits() {
        return challenge[7] & 0xff;
    }

    public int rounds() {
        return challenge[8] & 0xff;
    }

    private byte[] messageHash() {
        byte[] targetBytes = target.getBytes(StandardCharsets.US_ASCII);
        byte[] purpose = "gate".getBytes(StandardCharsets.US_ASCII);
        return sha256(
                ivServer(), ivClient, integer(purpose.length, 2), purpose, integer(targetBytes.length, 2), targetBytes);
    }

    private byte[] ivServer() {
        return Arrays.copyOfRange(challenge, challenge.length - 40, challenge.length - 8);
    }

    private byte[] time() {
        return Arrays.copyOfRange(challenge, challenge.length - 8, challenge.length);
    }

    private static byte[] join(long[] counters) {
        return concat(Arrays.stream(counters).mapToObj(Bytes::u64).toArray(byte[][]::new));
    }
}
