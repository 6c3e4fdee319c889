package dev.stile.bench.jvm;

import dev.stile.replay.Claim;
import dev.stile.replay.InMemoryReplayStore;
import dev.stile.replay.ReplayKey;
import dev.stile.time.ForwardClock;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Claims in the default store. Fresh ones fill it from empty to half full, where the price begins to rise; each
 * invocation is one such filling, so that none finds the store full.
 */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class ReplayBenchmark {
    private static final int CLAIMS = InMemoryReplayStore.DEFAULT_CAPACITY / 2;

    /** About as long as a claim lives: the period is 60 s. */
    private static final int LIFE_SECONDS = 120;

    private static final int LONGER_THAN_A_RUN_SECONDS = 3_600;

    /** A store that is empty at each invocation. */
    @State(Scope.Thread)
    public static class Empty {
        private final ForwardClock clock = ForwardClock.system();
        private final SplittableRandom random = new SplittableRandom(4);
        private InMemoryReplayStore store = store(clock);

        @Setup(Level.Invocation)
        public void empty() {
            store = store(clock);
        }
    }

    /** A store that is half full, and what it holds. */
    @State(Scope.Benchmark)
    public static class Filled {
        private final ForwardClock clock = ForwardClock.system();
        private final InMemoryReplayStore store = store(clock);
        private final ReplayKey[] keys = new ReplayKey[CLAIMS];
        private final long until = clock.seconds() + LONGER_THAN_A_RUN_SECONDS;

        @Setup
        public void fill() {
            SplittableRandom random = new SplittableRandom(5);
            Arrays.setAll(keys, i -> new ReplayKey(random.nextLong(), random.nextLong()));
            Arrays.stream(keys).forEach(key -> store.claim(key, until));
        }
    }

    private static InMemoryReplayStore store(ForwardClock clock) {
        return new InMemoryReplayStore(InMemoryReplayStore.DEFAULT_CAPACITY, clock::seconds);
    }

    /** A hundred thousand claims of keys that nobody has claimed, each an object of its own as each redeem makes one. */
    @Benchmark
    @OperationsPerInvocation(CLAIMS)
    public void fresh(Empty empty) {
        for (int i = 0; i < CLAIMS; i++) {
            ReplayKey key = new ReplayKey(empty.random.nextLong(), empty.random.nextLong());
            require(Claim.FIRST, empty.store.claim(key, empty.clock.seconds() + LIFE_SECONDS));
        }
    }

    /** A claim of a key that is claimed. */
    @Benchmark
    public void seen(Filled filled, Turn turn) {
        ReplayKey known = filled.keys[turn.of(CLAIMS)];
        require(Claim.SEEN, filled.store.claim(new ReplayKey(known.high(), known.low()), filled.until));
    }

    private static void require(Claim expected, Claim answer) {
        if (answer != expected) {
            throw new IllegalStateException("the store answers " + answer);
        }
    }
}
