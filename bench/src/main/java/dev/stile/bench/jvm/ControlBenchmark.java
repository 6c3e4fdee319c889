package dev.stile.bench.jvm;

import dev.stile.protocol.Sha256;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What the machine itself does: loops that share nothing with other threads, and wait for nothing. */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class ControlBenchmark {
    private static final int STEPS = 1_000;

    private final byte[] input = new byte[119];
    private long word = 1;

    /** A thousand steps of arithmetic. */
    @Benchmark
    public long arithmetic() {
        long x = word;
        for (int i = 0; i < STEPS; i++) {
            x ^= x << 13;
            x ^= x >>> 7;
            x ^= x << 17;
        }
        word = x;
        return x;
    }

    /** SHA-256 of as many bytes as a preimage has: two compressions by the platform. */
    @Benchmark
    public byte[] digest() {
        return Sha256.of(input);
    }
}
