package dev.stile.bench.jvm;

import dev.stile.bench.client.Proofs;
import dev.stile.protocol.Challenge;
import dev.stile.protocol.Checked;
import dev.stile.protocol.Difficulty;
import dev.stile.protocol.ProofVerifier;
import dev.stile.protocol.Purpose;
import dev.stile.protocol.VerifiedProof;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Right proofs from 100 networks, by all steps of PROTOCOL §9 but the claim. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class RedeemBenchmark {
    private static final int PROOFS = 100;

    /** Few, so that proofs are made at once; what a check costs does not depend on them. */
    private static final int BITS = 4;

    @Param({"1", "16", "32"})
    public int rounds;

    private final Server server = new Server();
    private final ProofVerifier verifier = new ProofVerifier(server.keys());
    private final ProofVerifier.Context[] contexts = new ProofVerifier.Context[PROOFS];
    private final String[] texts = new String[PROOFS];

    @Setup
    public void makeProofs() {
        Proofs proofs = new Proofs();
        for (int i = 0; i < PROOFS; i++) {
            var client = Networks.address(i).network();
            Challenge challenge = server.challenge(new Difficulty(BITS, rounds), client);
            contexts[i] = new ProofVerifier.Context(Purpose.GATE, Server.HOST, client, challenge.time());
            texts[i] = proofs.solve(challenge, Server.TARGET).text();
        }
    }

    /** V2 to V9. */
    @Benchmark
    public Checked<VerifiedProof> verify(Turn turn) {
        int i = turn.of(PROOFS);
        Checked<VerifiedProof> checked = verifier.verify(texts[i], contexts[i]);
        if (checked instanceof Checked.Passed<VerifiedProof>) {
            return checked;
        }
        throw new IllegalStateException("refused");
    }
}
