package dev.stile.bench.jvm;

import dev.stile.protocol.BrowserFamily;
import dev.stile.protocol.Checked;
import dev.stile.protocol.PassIssuer;
import dev.stile.protocol.PassVerifier;
import dev.stile.protocol.PassVerifier.Held;
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

/** Valid passes are checked (PROTOCOL §12), one from each network in turn. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class PassBenchmark {
    /** Few, as on most sites, and more than any cache holds. */
    @Param({"100", "65536"})
    public int networks;

    private final Server server = new Server();
    private final PassVerifier verifier = new PassVerifier(server.keys());
    private PassVerifier.Context[] contexts = {};
    private String[] texts = {};

    @Setup
    public void makePasses() {
        long now = server.now();
        VerifiedProof proof = server.proof(Networks.address(0).network());
        PassIssuer issuer = server.passes();
        contexts = new PassVerifier.Context[networks];
        texts = new String[networks];
        for (int i = 0; i < networks; i++) {
            var client = Networks.address(i).network();
            contexts[i] = new PassVerifier.Context(Server.HOST, BrowserFamily.CHROMIUM, client, now);
            texts[i] = issuer.issue(proof, BrowserFamily.CHROMIUM, client, now).token();
        }
    }

    /** What each request with a pass costs, before its budget. */
    @Benchmark
    public Checked<Held> verify(Turn turn) {
        int i = turn.of(networks);
        Checked<Held> checked = verifier.verify(texts[i], contexts[i]);
        if (checked instanceof Checked.Passed<Held> passed && !passed.value().networkChanged()) {
            return checked;
        }
        throw new IllegalStateException("refused");
    }
}
