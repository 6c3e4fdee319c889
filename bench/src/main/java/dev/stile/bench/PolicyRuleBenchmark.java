package dev.stile.bench;

import dev.stile.budget.BudgetTerms;
import dev.stile.crawler.VerifiedCrawlers;
import dev.stile.difficulty.DifficultyTerms;
import dev.stile.flood.FloodTerms;
import dev.stile.gate.GateTerms;
import dev.stile.load.LoadTerms;
import dev.stile.policy.Crawlers;
import dev.stile.policy.Policy;
import dev.stile.policy.Ruling;
import dev.stile.policy.Thresholds;
import dev.stile.policyfile.PolicyReader;
import dev.stile.policyfile.Vocabulary;
import dev.stile.protocol.Difficulty;
import dev.stile.protocol.Host;
import dev.stile.protocol.Target;
import dev.stile.request.ApplicationFacts;
import dev.stile.request.ClientAddress;
import dev.stile.request.Endpoint;
import dev.stile.request.Headers;
import dev.stile.request.RequestFacts;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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

/**
 * The rules of the default policy for an ordinary page, which none of them decides about, from 100 browsers in turn.
 * With {@code length} 600 each agent is too long to be remembered, and its outcomes are found anew each time.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class PolicyRuleBenchmark {
    private static final int AGENTS = 100;
    private static final String BROWSER =
            "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/%d.0.0.0 Safari/537.36";

    /** Least characters of an agent. */
    @Param({"0", "600"})
    public int length;

    private final Policy policy =
            new PolicyReader(options(), vocabulary()).withoutFile().policy();
    private final RequestFacts[] requests = new RequestFacts[AGENTS];
    private int next;

    /** As the filter makes it: whom an agent names is remembered. */
    private static Vocabulary vocabulary() {
        VerifiedCrawlers crawlers = VerifiedCrawlers.shipped();
        return new Vocabulary(Set.of(), crawlers.names(), new Crawlers(crawlers::isNamed, crawlers::isVerified));
    }

    private static GateTerms options() {
        return new GateTerms(
                new Policy(dev.stile.policy.Mode.SUSPICIOUS, List.of(), Thresholds.DEFAULT),
                new DifficultyTerms(new Difficulty(14, 16), DifficultyTerms.DEFAULT_ORDINARY_WORK, 15_000_000),
                FloodTerms.DEFAULT,
                LoadTerms.DEFAULT,
                BudgetTerms.DEFAULT,
                Optional.empty());
    }

    @Setup
    public void makeRequests() {
        for (int i = 0; i < AGENTS; i++) {
            String agent = BROWSER.formatted(100 + i);
            requests[i] = request((agent + " ".repeat(Math.max(0, length - agent.length())))
                    .getBytes(StandardCharsets.ISO_8859_1));
        }
    }

    /** A text of its own each time it is asked for, as containers make it: its hash code is not known yet. */
    private static RequestFacts request(byte[] agent) {
        Headers headers =
                name -> name.equals("User-Agent") ? List.of(new String(agent, StandardCharsets.ISO_8859_1)) : List.of();
        return new RequestFacts(
                Endpoint.PAGE,
                "GET",
                "/articles/2026/stile",
                "",
                Target.ROOT,
                new Host("example.org"),
                true,
                ClientAddress.parse("192.0.2.1"),
                headers,
                List.of(),
                ApplicationFacts.NONE);
    }

    /** What the rules say of one request. */
    @Benchmark
    public Ruling rule() {
        next = (next + 1) % AGENTS;
        return policy.rule(requests[next]);
    }
}
