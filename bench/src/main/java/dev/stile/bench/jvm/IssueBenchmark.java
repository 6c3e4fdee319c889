package dev.stile.bench.jvm;

import dev.stile.protocol.BrowserFamily;
import dev.stile.protocol.ChallengeIssuer;
import dev.stile.protocol.Difficulty;
import dev.stile.protocol.Level;
import dev.stile.protocol.NetworkPrefix;
import dev.stile.protocol.PassIssuer;
import dev.stile.protocol.Purpose;
import dev.stile.protocol.VerifiedProof;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Challenges and passes are issued to 100 networks in turn, to the text that travels. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class IssueBenchmark {
    private static final int NETWORKS = 100;
    private static final Difficulty DIFFICULTY = new Difficulty(14, 16);

    private final Server server = new Server();
    private final NetworkPrefix[] networks = IntStream.range(0, NETWORKS)
            .mapToObj(n -> Networks.address(n).network())
            .toArray(NetworkPrefix[]::new);
    private final ChallengeIssuer challenges = server.challenges();
    private final PassIssuer passes = server.passes();
    private final VerifiedProof proof = server.proof(networks[0]);
    private final long now = server.now();

    /** PROTOCOL §5. */
    @Benchmark
    public String challenge(Turn turn) {
        NetworkPrefix client = networks[turn.of(NETWORKS)];
        return challenges
                .issue(Purpose.GATE, DIFFICULTY, Level.ONE, Server.HOST, client, now)
                .token();
    }

    /** PROTOCOL §12; with the platform's secure randomness. */
    @Benchmark
    public String pass(Turn turn) {
        NetworkPrefix client = networks[turn.of(NETWORKS)];
        return passes.issue(proof, BrowserFamily.CHROMIUM, client, now).token();
    }
}
