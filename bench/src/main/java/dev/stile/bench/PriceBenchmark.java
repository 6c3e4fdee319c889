package dev.stile.bench;

import dev.stile.bench.cost.CostModel;
import dev.stile.difficulty.Circumstances;
import dev.stile.difficulty.DifficultyController;
import dev.stile.difficulty.Price;
import dev.stile.difficulty.ReplayFill;
import dev.stile.difficulty.Share;
import dev.stile.difficulty.Urgency;
import dev.stile.difficulty.Wanted;
import dev.stile.load.LoadMeter;
import dev.stile.load.LoadTerms;
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

/** What the load meter adds to each request that is let through, and what a price adds to each challenge. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
@Threads(2)
public class PriceBenchmark {
    private final LoadMeter meter = new LoadMeter(System::nanoTime, () -> LoadTerms.DEFAULT);
    private final Circumstances circumstances = new Circumstances(
            50, new Share(300, 120, 9, 3), new Share(900, 1_200, 40, 4), Urgency.HIGH, new ReplayFill(0.6, 0.02));

    /** A request begins and ends, and the load is read once. */
    @Benchmark
    public double meter() {
        long begun = meter.begin();
        double load = meter.load().value();
        meter.end(begun);
        return load;
    }

    /** One price. */
    @Benchmark
    public Price price() {
        return DifficultyController.price(CostModel.TERMS, Wanted.ORDINARY, circumstances);
    }
}
