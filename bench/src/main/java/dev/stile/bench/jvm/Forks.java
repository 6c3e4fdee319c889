package dev.stile.bench.jvm;

import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;
import org.openjdk.jmh.util.Statistics;

/** Runs a benchmark in a JVM of its own, for a few seconds. */
final class Forks {
    /** 1.6 s, and 3.2 s for large subjects: long enough for the second compiler, where it has a core to itself. */
    private static final int WARMUPS = 4;

    private static final int LARGE_WARMUPS = 8;
    private static final TimeValue WARMUP = TimeValue.milliseconds(400);
    private static final int MEASUREMENTS = 3;
    private static final TimeValue MEASUREMENT = TimeValue.milliseconds(200);
    private static final double MEDIAN = 50;
    private static final String ALLOCATED = "gc.alloc.rate.norm";

    private Forks() {}

    /** One fork; its rate is the median of its measurements. */
    static Reading read(Subject subject, Jvm jvm, int threads) throws RunnerException {
        ChainedOptionsBuilder options = new OptionsBuilder()
                .include("^" + Pattern.quote(subject.benchmarks().getName() + "." + subject.method()) + "$")
                .jvm(jvm.command())
                .jvmArgs(jvm.arguments())
                .forks(1)
                .threads(threads)
                .mode(Mode.Throughput)
                .timeUnit(TimeUnit.MICROSECONDS)
                .warmupIterations(subject.large() ? LARGE_WARMUPS : WARMUPS)
                .warmupTime(WARMUP)
                .measurementIterations(MEASUREMENTS)
                .measurementTime(MEASUREMENT)
                .addProfiler(GCProfiler.class)
                .verbosity(VerboseMode.SILENT)
                .shouldFailOnError(true);
        subject.parameters().forEach(options::param);
        RunResult result = new Runner(options.build()).runSingle();
        Statistics rates = result.getPrimaryResult().getStatistics();
        double bytes = Objects.requireNonNull(result.getSecondaryResults().get(ALLOCATED))
                .getScore();
        return new Reading(rates.getPercentile(MEDIAN), bytes);
    }
}
