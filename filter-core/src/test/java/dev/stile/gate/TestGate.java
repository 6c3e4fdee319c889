package dev.stile.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stile.budget.BudgetTerms;
import dev.stile.budget.Budgets;
import dev.stile.difficulty.DifficultyTerms;
import dev.stile.event.DecisionEvent;
import dev.stile.event.StileListener;
import dev.stile.flood.FloodControl;
import dev.stile.flood.FloodSettings;
import dev.stile.flood.FloodTerms;
import dev.stile.load.LoadMeter;
import dev.stile.load.LoadTerms;
import dev.stile.policy.Mode;
import dev.stile.policy.PathPattern;
import dev.stile.policy.PathRules;
import dev.stile.policy.Policy;
import dev.stile.policy.Rule;
import dev.stile.policy.Thresholds;
import dev.stile.protocol.Difficulty;
import dev.stile.protocol.KeyRing;
import dev.stile.protocol.Refusal;
import dev.stile.protocol.Secret;
import dev.stile.replay.InMemoryReplayStore;
import dev.stile.replay.ReplayStore;
import dev.stile.sketch.KeyedHash;
import dev.stile.wire.Fields;
import dev.stile.wire.ProofField;
import dev.stile.wire.Scene;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/** The gate of the scene's server: the real one, with a clock that the test sets and a store and a listener that remember. */
final class TestGate {
    private static final int MEMORY_BYTES = 1 << 16;

    private final AtomicLong now = new AtomicLong(Scene.NOW);
    private final AtomicLong random = new AtomicLong();
    private final List<DecisionEvent> events = new CopyOnWriteArrayList<>();

    private Mode mode = Mode.SUSPICIOUS;
    private List<String> exempt = List.of("/assets/*");
    private List<String> always = List.of("/always/*");
    private List<Rule> rules = List.of();
    private Thresholds thresholds = Thresholds.DEFAULT;
    private Difficulty difficulty = new Difficulty(Scene.BITS, Scene.ROUNDS);
    private int periodSeconds = Scene.LIFETIME;
    private List<byte[]> secrets = List.of(Scene.SECRET);
    private Optional<Secret> operatorToken = Optional.empty();
    private Optional<TestSwitch> testSwitch = Optional.empty();
    private byte[] epoch = Scene.EPOCH;
    private FloodTerms flood = FloodTerms.DEFAULT;
    private BudgetTerms budget = BudgetTerms.DEFAULT;
    private Optional<WaitTerms> noScript = Optional.empty();
    private int replayCapacity = 1_000;
    private final Meters meters = emptyMeters();
    private LongSupplier clock = now::get;
    private StileListener listener = events::add;
    private RecordingReplayStore store =
            new RecordingReplayStore(new InMemoryReplayStore(1000, () -> clock().getAsLong()));

    TestGate mode(Mode mode) {
        this.mode = mode;
        return this;
    }

    /** Rules that are asked before those of the paths. */
    TestGate rules(Rule... rules) {
        this.rules = List.of(rules);
        return this;
    }

    TestGate thresholds(Thresholds thresholds) {
        this.thresholds = thresholds;
        return this;
    }

    TestGate difficulty(int bits, int rounds) {
        this.difficulty = new Difficulty(bits, rounds);
        return this;
    }

    TestGate flood(int clientPerMinute, int widerPerMinute) {
        this.flood = new FloodTerms(clientPerMinute, widerPerMinute);
        return this;
    }

    TestGate budget(int requests) {
        this.budget = BudgetTerms.worked(requests);
        return this;
    }

    TestGate noScript(int waitSeconds, int requests) {
        this.noScript = Optional.of(WaitTerms.of(waitSeconds, requests));
        return this;
    }

    TestGate withoutNoScript() {
        this.noScript = Optional.empty();
        return this;
    }

    TestGate replayCapacity(int claims) {
        this.replayCapacity = claims;
        return this;
    }

    TestGate periodSeconds(int periodSeconds) {
        this.periodSeconds = periodSeconds;
        return this;
    }

    TestGate secrets(byte[]... secrets) {
        this.secrets = List.of(secrets);
        return this;
    }

    TestGate operatorToken(String token) {
        this.operatorToken = Optional.of(Secret.of(token.getBytes(StandardCharsets.UTF_8)));
        return this;
    }

    /** In environment test, with the keys of that. */
    TestGate testSwitch(TestSwitch configured) {
        this.testSwitch = Optional.of(configured);
        return this;
    }

    TestGate epoch(byte[] epoch) {
        this.epoch = epoch;
        return this;
    }

    TestGate clock(LongSupplier clock) {
        this.clock = clock;
        return this;
    }

    TestGate store(ReplayStore store) {
        this.store = new RecordingReplayStore(store);
        return this;
    }

    TestGate listener(StileListener listener) {
        this.listener = listener;
        return this;
    }

    private LongSupplier clock() {
        return clock;
    }

    private static List<PathPattern> patterns(List<String> texts) {
        return texts.stream().map(text -> PathPattern.parse(text).orElseThrow()).toList();
    }

    Gate gate() {
        List<Rule> all = new ArrayList<>(rules);
        all.addAll(PathRules.agreed());
        all.addAll(PathRules.of(patterns(exempt), patterns(always)));
        Policy policy = new Policy(mode, all, thresholds);
        GateSettings settings =
                new GateSettings(periodSeconds, Scene.PASS_LIFETIME, replayCapacity, operatorToken, testSwitch);
        GateTerms terms = new GateTerms(policy, difficultyTerms(), flood, LoadTerms.DEFAULT, budget, noScript);
        GateSources sources = new GateSources(clock, this::fill, random::incrementAndGet);
        return new Gate(settings, () -> terms, keys(), store, meters, sources, listener);
    }

    KeyRing keys() {
        String tag = testSwitch.isPresent() ? TestSwitch.keyTag("") : "";
        return new KeyRing(secrets.stream().map(Secret::of).toList(), tag, epoch);
    }

    private DifficultyTerms difficultyTerms() {
        return new DifficultyTerms(difficulty, difficulty.work() << 4, difficulty.work() << 10);
    }

    private long nanoTime() {
        return now.get() * 1_000_000_000L;
    }

    private Meters emptyMeters() {
        KeyedHash hash = KeyedHash.under(bytes -> Arrays.fill(bytes, (byte) 1));
        return new Meters(
                new FloodControl(new FloodSettings(MEMORY_BYTES, 1_000, 2 * Scene.LIFETIME), hash, this::nanoTime),
                new Budgets(MEMORY_BYTES, Scene.PASS_LIFETIME, hash, this::nanoTime),
                new LoadMeter(this::nanoTime, () -> LoadTerms.DEFAULT));
    }

    /** No two arrays alike; unpredictable they need not be here. */
    private void fill(byte[] bytes) {
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) random.incrementAndGet();
        }
    }

    long now() {
        return now.get();
    }

    void setNow(long second) {
        now.set(second);
    }

    Meters meters() {
        return meters;
    }

    RecordingReplayStore store() {
        return store;
    }

    List<DecisionEvent> events() {
        return events;
    }

    Verdict decide(TestRequest request) {
        return gate().decide(request.facts()).verdict();
    }

    Verdict redeem(Fields<ProofField> proof) {
        return decide(TestRequest.redeem(proof));
    }

    void assertGrants(TestRequest request) {
        assertThat(decide(request)).isInstanceOf(Verdict.Granted.class);
    }

    void assertGrants(Fields<ProofField> proof) {
        assertGrants(TestRequest.redeem(proof));
    }

    /** Refused for this reason, and nothing was asked of the store. */
    void assertRefuses(TestRequest request, Refusal reason) {
        int before = store.calls().size();
        assertThat(decide(request)).isEqualTo(new Verdict.Refused(reason));
        assertThat(store.calls()).hasSize(before);
    }

    void assertRefuses(Fields<ProofField> proof, Refusal reason) {
        assertRefuses(TestRequest.redeem(proof), reason);
    }
}
