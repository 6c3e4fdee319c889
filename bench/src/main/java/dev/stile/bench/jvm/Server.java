package dev.stile.bench.jvm;

import dev.stile.bench.client.Proofs;
import dev.stile.budget.Budgets;
import dev.stile.config.ConfigReader;
import dev.stile.config.ConfigurationException;
import dev.stile.config.StileConfig;
import dev.stile.crawler.VerifiedCrawlers;
import dev.stile.event.Counters;
import dev.stile.event.DecisionLog;
import dev.stile.event.Listeners;
import dev.stile.flood.FloodControl;
import dev.stile.flood.FloodSettings;
import dev.stile.gate.Gate;
import dev.stile.gate.GateSettings;
import dev.stile.gate.GateSources;
import dev.stile.gate.Meters;
import dev.stile.load.LoadMeter;
import dev.stile.policy.Crawlers;
import dev.stile.policyfile.LivePolicy;
import dev.stile.policyfile.PolicyReader;
import dev.stile.policyfile.Vocabulary;
import dev.stile.protocol.Challenge;
import dev.stile.protocol.ChallengeIssuer;
import dev.stile.protocol.Difficulty;
import dev.stile.protocol.Host;
import dev.stile.protocol.KeyRing;
import dev.stile.protocol.Level;
import dev.stile.protocol.NetworkPrefix;
import dev.stile.protocol.PassIssuer;
import dev.stile.protocol.ProofVerifier;
import dev.stile.protocol.Purpose;
import dev.stile.protocol.Target;
import dev.stile.protocol.VerifiedProof;
import dev.stile.replay.InMemoryReplayStore;
import dev.stile.sketch.KeyedHash;
import dev.stile.time.ForwardClock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;

/** A server with the options and the policy that hold where nothing is configured, put together as the filter does it. */
final class Server {
    static final Host HOST = new Host("www.example.org");
    static final Target TARGET = new Target("/articles/2026/stile?page=2");

    private static final int MIB = 1 << 20;
    private static final int SECONDS_PER_MINUTE = 60;

    private final StileConfig config = config();
    private final ForwardClock clock = ForwardClock.system();
    private final GateSources sources = GateSources.system(clock::seconds);
    private final KeyRing keys = new KeyRing(config.secrets().all(), "bench", new byte[KeyRing.EPOCH_LENGTH_BYTES]);

    private static StileConfig config() {
        try {
            return ConfigReader.read(Map.of(), variable -> Optional.empty());
        } catch (ConfigurationException e) {
            throw new IllegalStateException("the defaults are valid", e);
        }
    }

    KeyRing keys() {
        return keys;
    }

    /** The second now. */
    long now() {
        return clock.seconds();
    }

    ChallengeIssuer challenges() {
        return new ChallengeIssuer(keys, config.challenge().periodSeconds());
    }

    PassIssuer passes() {
        return new PassIssuer(keys, passSeconds(), sources.randomness());
    }

    /** A challenge that was issued now. */
    Challenge challenge(Difficulty difficulty, NetworkPrefix client) {
        return challenges().issue(Purpose.GATE, difficulty, Level.ONE, HOST, client, now());
    }

    /** A proof that passes may be issued for. */
    VerifiedProof proof(NetworkPrefix client) {
        Challenge challenge = challenge(new Difficulty(1, 1), client);
        String text = new Proofs().solve(challenge, TARGET).text();
        return new ProofVerifier(keys)
                .verify(text, new ProofVerifier.Context(Purpose.GATE, HOST, client, now()))
                .passed()
                .orElseThrow();
    }

    /**
     * The gate.
     *
     * @param floodNanos the clock of flood control
     */
    Gate gate(LongSupplier floodNanos) {
        VerifiedCrawlers crawlers = VerifiedCrawlers.shipped();
        Vocabulary vocabulary =
                new Vocabulary(Set.of(), crawlers.names(), new Crawlers(crawlers::isNamed, crawlers::isVerified));
        LivePolicy policy =
                LivePolicy.start(new PolicyReader(config.terms(), vocabulary), Optional.empty(), problem -> {
                    throw new IllegalStateException(problem);
                });
        return new Gate(
                new GateSettings(
                        config.challenge().periodSeconds(),
                        passSeconds(),
                        config.replayCapacity(),
                        config.operatorToken(),
                        config.testSwitch()),
                policy,
                keys,
                new InMemoryReplayStore(config.replayCapacity(), clock::seconds),
                meters(
                        floodNanos,
                        new LoadMeter(System::nanoTime, () -> policy.get().load())),
                sources,
                new Listeners(List.of(new Counters(), new DecisionLog())));
    }

    private Meters meters(LongSupplier floodNanos, LoadMeter load) {
        KeyedHash hash = KeyedHash.under(sources.randomness());
        FloodSettings flood = new FloodSettings(
                config.traffic().floodMemoryMib() * MIB,
                config.traffic().proofsPerSecond(),
                2 * config.challenge().periodSeconds() + VerifiedProof.ALLOWED_SKEW_SECONDS);
        return new Meters(
                new FloodControl(flood, hash, floodNanos),
                new Budgets(config.traffic().budgetMemoryMib() * MIB, passSeconds(), hash, System::nanoTime),
                load);
    }

    private int passSeconds() {
        return config.pass().minutes() * SECONDS_PER_MINUTE;
    }
}
