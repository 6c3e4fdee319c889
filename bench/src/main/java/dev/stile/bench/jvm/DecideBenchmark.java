package dev.stile.bench.jvm;

import dev.stile.gate.AllowReason;
import dev.stile.gate.Decision;
import dev.stile.gate.Gate;
import dev.stile.gate.Verdict;
import dev.stile.request.RequestFacts;
import java.util.concurrent.TimeUnit;
import java.util.logging.Logger;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * All that the gate does for one request, with the options and the policy that are shipped, its counters and its log,
 * and 100 distinct agents. Each figure includes {@link #facts} but for the pass that only some of them show. The passes
 * are good for 30 million calls.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class DecideBenchmark {
    /**
     * By how much the clock of flood control is faster, so that visitors come back after minutes and not after seconds,
     * and are not asked for coming too often.
     */
    private static final int FASTER = 64;

    /** Its lines are made and limited as ever, and written nowhere. */
    private final Logger log = silent();

    private final Server server = new Server();
    private final Gate gate = server.gate(() -> System.nanoTime() * FASTER);
    private final Visitors visitors = new Visitors(server);

    /** Which visitor a thread lets come next. */
    @State(Scope.Thread)
    public static class Queue {
        private int group;
        private int left;

        int next(Visitors visitors) {
            if (left == 0) {
                left = Visitors.requestsOfAGroup();
                group = visitors.nextGroup();
            }
            left--;
            return group + left % Browsers.COUNT;
        }
    }

    private static Logger silent() {
        Logger log = Logger.getLogger("dev.stile.decisions");
        log.setUseParentHandlers(false);
        return log;
    }

    /** What the request itself takes, with a pass. */
    @Benchmark
    public RequestFacts facts(Queue queue) {
        return visitors.withPass(queue.next(visitors));
    }

    /** An ordinary browser without a pass is let through. */
    @Benchmark
    public Decision allow(Queue queue) {
        return allowed(gate.decide(visitors.withoutPass(queue.next(visitors))), AllowReason.CALM);
    }

    /** An ordinary browser with a pass is let through. */
    @Benchmark
    public Decision pass(Queue queue) {
        return allowed(gate.decide(visitors.withPass(queue.next(visitors))), AllowReason.PASS);
    }

    /** A program is challenged. */
    @Benchmark
    public Decision challenge(Queue queue) {
        Decision decision = gate.decide(visitors.program(queue.next(visitors)));
        if (decision.verdict() instanceof Verdict.Challenged) {
            return decision;
        }
        throw new IllegalStateException(
                "not challenged, but " + decision.verdict().name());
    }

    private static Decision allowed(Decision decision, AllowReason reason) {
        if (decision.verdict() instanceof Verdict.Allowed verdict && verdict.reason() == reason) {
            return decision;
        }
        throw new IllegalStateException("not let through as " + reason + ", but "
                + decision.verdict().name() + " " + decision.verdict().reasonToken());
    }
}
