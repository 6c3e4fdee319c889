package dev.stile.bench;

import dev.stile.flood.FloodControl;
import dev.stile.flood.FloodSettings;
import dev.stile.flood.Rates;
import dev.stile.network.IpAddress;
import dev.stile.request.ClientAddress;
import dev.stile.sketch.CountSketch;
import dev.stile.sketch.DecayingSketch;
import dev.stile.sketch.KeyedHash;
import java.time.Duration;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What counting costs two threads at once that share one sketch of the default size, with a million clients whose
 * requests are spread by Zipf's law. Each cost includes the keyed hash and the clock.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
@Threads(2)
public class SketchUpdateBenchmark {
    private static final int CLIENTS = 1_000_000;
    private static final int REQUESTS = 1 << 20;

    private final KeyedHash hash = KeyedHash.under(new SplittableRandom(1)::nextBytes);
    private final DecayingSketch rates = new DecayingSketch(12 << 20, Duration.ofMinutes(1), System::nanoTime);
    private final CountSketch counts = new CountSketch(6 << 20);
    private final FloodControl flood = new FloodControl(FloodSettings.DEFAULT, hash, System::nanoTime);
    private final int[] requests = requests();

    /** Where a thread is in the stream of requests. */
    @State(Scope.Thread)
    public static class Position {
        private int next = System.identityHashCode(this);

        int step() {
            next = (next + 1) & (REQUESTS - 1);
            return next;
        }
    }

    private static int[] requests() {
        SplittableRandom random = new SplittableRandom(2);
        Zipf zipf = new Zipf(10_000);
        int[] made = new int[REQUESTS];
        for (int i = 0; i < REQUESTS; ) {
            int client = random.nextInt(CLIENTS);
            for (int left = zipf.draw(random); left > 0 && i < REQUESTS; left--) {
                made[i++] = client;
            }
        }
        for (int i = REQUESTS - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            int swapped = made[i];
            made[i] = made[other];
            made[other] = swapped;
        }
        return made;
    }

    /** One update of a rate. */
    @Benchmark
    public double rate(Position position) {
        return rates.add(hash.of(0, requests[position.step()], 1), 1);
    }

    /** One look at a rate. */
    @Benchmark
    public double readRate(Position position) {
        return rates.count(hash.of(0, requests[position.step()], 1));
    }

    /** One update of a count, under a key that is random itself; here it is hashed as well. */
    @Benchmark
    public int count(Position position) {
        return counts.addWithin(hash.of(0, requests[position.step()], 1), 8, 2_400);
    }

    /** All that an admitted request costs: client, wider prefix and total. The address is made from its bits. */
    @Benchmark
    public Rates admit(Position position) {
        long bits = 0xffff_0000_0000L | requests[position.step()];
        ClientAddress client = ClientAddress.of(new IpAddress(0, bits));
        flood.admit(client, false);
        return flood.rates(client);
    }

    /** The keyed hash alone. */
    @Benchmark
    public long hash(Position position) {
        return hash.of(0, requests[position.step()], 1);
    }
}
