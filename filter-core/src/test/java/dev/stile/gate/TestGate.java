package dev.stile.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stile.budget.BudgetTerms;
import dev.stile.difficulty.DifficultyTerms;
import dev.stile.event.DecisionEvent;
import dev.stile.event.StileListener;
import dev.stile.flood.FloodTerms;
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
import dev.stile.wire.Fields;
import dev.stile.wire.ProofField;
import dev.stile.wire.Scene;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/** The gate of the scene's server: the real one, with a clock that the test sets and a store and a listener that remember. */
final class TestGate {
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
    private byte[] epoch = Scene.EPOCH;
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

    TestGate periodSeconds(int periodSeconds) {
        this.periodSeconds = periodSeconds;
        return this;
    }

    TestGate secrets(byte[]... secrets) {
        this.secrets = List.of(secrets);
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
        GateTerms terms = new GateTerms(
                policy,
                new DifficultyTerms(difficulty, difficulty.work(), difficulty.work()),
                FloodTerms.DEFAULT,
                LoadTerms.DEFAULT,
                BudgetTerms.DEFAULT);
        GateSettings settings = new GateSettings(() -> terms, periodSeconds, Scene.PASS_LIFETIME);
        KeyRing keys = new KeyRing(secrets.stream().map(Secret::of).toList(), "", epoch);
        GateSources sources = new GateSources(clock, this::fill, random::incrementAndGet);
        return new Gate(settings, keys, store, sources, listener);
    }

    /** No two arrays alike; unpredictable they need not be here. */
    private void fill(byte[] bytes) {
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) random.incrementAndGet();
        }
    }

    void setNow(long second) {
        now.set(second);
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
