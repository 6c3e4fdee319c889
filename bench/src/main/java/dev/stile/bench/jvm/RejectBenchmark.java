package dev.stile.bench.jvm;

import dev.stile.bench.client.Proofs;
import dev.stile.protocol.Challenge;
import dev.stile.protocol.Checked;
import dev.stile.protocol.Difficulty;
import dev.stile.protocol.ProofVerifier;
import dev.stile.protocol.Purpose;
import dev.stile.protocol.Refusal;
import dev.stile.protocol.VerifiedProof;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Proofs of 16 rounds from 100 networks that are refused, each by one step of PROTOCOL §9 and by all before it. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class RejectBenchmark {
    private static final int PROOFS = 100;

    /** Few bits, so that proofs are made at once; what a check costs does not depend on them. */
    private static final Difficulty DIFFICULTY = new Difficulty(4, 16);

    private final Server server = new Server();
    private final ProofVerifier verifier = new ProofVerifier(server.keys());
    private final ProofVerifier.Context[] contexts = new ProofVerifier.Context[PROOFS];
    private final String[] disordered = new String[PROOFS];
    private final String[] forged = new String[PROOFS];
    private final String[] missingFirst = new String[PROOFS];
    private final String[] missingLast = new String[PROOFS];

    @Setup
    public void makeProofs() {
        Proofs proofs = new Proofs();
        for (int i = 0; i < PROOFS; i++) {
            var client = Networks.address(i).network();
            Challenge challenge = server.challenge(DIFFICULTY, client);
            contexts[i] = new ProofVerifier.Context(Purpose.GATE, Server.HOST, client, challenge.time());
            Proofs.Solved solved = proofs.solve(challenge, Server.TARGET);
            disordered[i] = solved.disordered();
            forged[i] = solved.forged();
            missingFirst[i] = Proofs.missingFirst(solved, DIFFICULTY);
            missingLast[i] = Proofs.missingLast(solved, DIFFICULTY);
        }
    }

    /** V3: the last counters are in the wrong order; only the target is looked at later. */
    @Benchmark
    public Checked<VerifiedProof> form(Turn turn) {
        return refused(disordered, turn, Refusal.MALFORMED);
    }

    /** V6: one bit of IVserver is wrong. */
    @Benchmark
    public Checked<VerifiedProof> mac(Turn turn) {
        return refused(forged, turn, Refusal.FORGED);
    }

    /** V9: the first counter misses. */
    @Benchmark
    public Checked<VerifiedProof> workOfFirst(Turn turn) {
        return refused(missingFirst, turn, Refusal.INSUFFICIENT_WORK);
    }

    /** V9: the last counter misses, which is the most that a wrong proof can cost. */
    @Benchmark
    public Checked<VerifiedProof> workOfLast(Turn turn) {
        return refused(missingLast, turn, Refusal.INSUFFICIENT_WORK);
    }

    private Checked<VerifiedProof> refused(String[] texts, Turn turn, Refusal reason) {
        int i = turn.of(PROOFS);
        Checked<VerifiedProof> checked = verifier.verify(texts[i], contexts[i]);
        if (checked instanceof Checked.Refused<VerifiedProof> refused && refused.reason() == reason) {
            return checked;
        }
        throw new IllegalStateException("not refused as " + reason);
    }
}
