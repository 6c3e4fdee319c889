package dev.stile.servlet;

import dev.stile.budget.Budgets;
import dev.stile.config.ProxyOptions;
import dev.stile.config.StileConfig;
import dev.stile.config.TrafficOptions;
import dev.stile.event.Counters;
import dev.stile.event.DecisionLog;
import dev.stile.event.Listeners;
import dev.stile.event.StileListener;
import dev.stile.event.TestAlarm;
import dev.stile.explain.DecisionRing;
import dev.stile.explain.Explanations;
import dev.stile.explain.GateState;
import dev.stile.flood.FloodControl;
import dev.stile.flood.FloodSettings;
import dev.stile.gate.Decision;
import dev.stile.gate.FormIntake;
import dev.stile.gate.FormJudge;
import dev.stile.gate.Gate;
import dev.stile.gate.GateSettings;
import dev.stile.gate.GateSources;
import dev.stile.gate.GateTerms;
import dev.stile.gate.Meters;
import dev.stile.gate.TestSwitch;
import dev.stile.load.LoadMeter;
import dev.stile.network.CidrSet;
import dev.stile.page.Answers;
import dev.stile.page.Appearance;
import dev.stile.page.BrowserFiles;
import dev.stile.policy.Mode;
import dev.stile.protocol.KeyRing;
import dev.stile.protocol.VerifiedProof;
import dev.stile.replay.CompactReplayStore;
import dev.stile.replay.InMemoryReplayStore;
import dev.stile.replay.ReplayStore;
import dev.stile.request.RequestFacts;
import dev.stile.request.TrustedProxies;
import dev.stile.sketch.KeyedHash;
import dev.stile.time.ForwardClock;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ServiceLoader;

/**
 * The gate of one web application, put together from its configuration; all filters of the application share it. Safe
 * for threads.
 */
final class Application implements AutoCloseable {
    private static final int SECONDS_PER_MINUTE = 60;
    private static final int MIB = 1 << 20;

    /** Says on every answer of environment test, the application's too, which switch counted. */
    private static final String TEST_HEADER = "Stile-Test";

    private final ApplicationPolicy policy;
    private final Counters counters = new Counters();
    private final DecisionRing decisions = new DecisionRing();
    private final LoadMeter load;
    private final ServletFacts facts;
    private final Gate gate;
    private final AdmittedRequests admitted;
    private final Optional<TestSwitch> testSwitch;
    private final Answers answers;
    private final ServletResponder responder;
    private final FormKeeper forms;

    Application(
            StileConfig config,
            ApplicationPolicy policy,
            Appearance appearance,
            String contextPath,
            List<StileListener> listeners) {
        ForwardClock clock = ForwardClock.system();
        GateSources sources = GateSources.system(clock::seconds);
        ReplayStore store =
                ServiceLoader.load(ReplayStore.class).findFirst().orElseGet(() -> ownMemory(config, clock, sources));
        String tag = config.pass().cookieTag().orElseGet(() -> ContextTag.of(contextPath));
        PassCookie cookie = new PassCookie(config.pass(), tag);
        BrowserFiles files = new BrowserFiles(appearance);

        this.policy = policy;
        testSwitch = config.testSwitch();
        facts = new ServletFacts(config.endpointPath(), files, cookie, proxies(config.proxies()), policy.conditions());
        load = new LoadMeter(System::nanoTime, () -> policy.live().get().load());
        gate = new Gate(
                settings(config),
                policy.live(),
                keys(config, tag, store, sources),
                store,
                meters(config, sources),
                sources,
                all(config, listeners));
        admitted = new AdmittedRequests(load, gate);
        answers = new Answers(
                config.challenge().status(),
                appearance,
                contextPath + config.endpointPath(),
                tag,
                files,
                new Explanations(decisions, counters, () -> state(store)));
        responder = new ServletResponder(cookie);
        forms = new FormKeeper(config.forms(), new FormMemory(config.forms().limitBytes()));
    }

    private static ReplayStore ownMemory(StileConfig config, ForwardClock clock, GateSources sources) {
        return switch (config.replayStore()) {
            case STANDARD -> new InMemoryReplayStore(config.replayCapacity(), clock::seconds);
            case COMPACT -> new CompactReplayStore(config.replayCapacity(), clock::seconds, sources.randomness());
        };
    }

    private static TrustedProxies proxies(ProxyOptions options) {
        return new TrustedProxies(CidrSet.of(options.trusted()), options.header());
    }

    private static GateSettings settings(StileConfig config) {
        return new GateSettings(
                config.challenge().periodSeconds(),
                config.pass().minutes() * SECONDS_PER_MINUTE,
                config.replayCapacity(),
                config.operatorToken(),
                config.testSwitch());
    }

    private Meters meters(StileConfig config, GateSources sources) {
        KeyedHash hash = KeyedHash.under(sources.randomness());
        TrafficOptions traffic = config.traffic();
        FloodSettings settings = new FloodSettings(
                traffic.floodMemoryMib() * MIB,
                traffic.proofsPerSecond(),
                2 * config.challenge().periodSeconds() + VerifiedProof.ALLOWED_SKEW_SECONDS);
        int passSeconds = config.pass().minutes() * SECONDS_PER_MINUTE;
        return new Meters(
                new FloodControl(settings, hash, System::nanoTime),
                new Budgets(traffic.budgetMemoryMib() * MIB, passSeconds, hash, System::nanoTime),
                load);
    }

    private GateState state(ReplayStore store) {
        GateTerms terms = policy.live().get();
        return new GateState(
                terms.policy().mode().name().toLowerCase(Locale.ROOT),
                policy.live().source(),
                load.load().value(),
                gate.price(),
                store.fill());
    }

    private static KeyRing keys(StileConfig config, String tag, ReplayStore store, GateSources sources) {
        byte[] epoch = new byte[store.outlivesProcess() ? 0 : KeyRing.EPOCH_LENGTH_BYTES];
        sources.randomness().accept(epoch);
        String keyTag = config.testSwitch().isPresent() ? TestSwitch.keyTag(tag) : tag;
        return new KeyRing(config.secrets().all(), keyTag, epoch);
    }

    private Listeners all(StileConfig config, List<StileListener> listeners) {
        List<StileListener> all = new ArrayList<>(List.of(counters, new DecisionLog()));
        // Nobody can read the ring without a token: then it need not be filled.
        config.operatorToken().ifPresent(token -> all.add(decisions));
        config.testSwitch().ifPresent(configured -> all.add(new TestAlarm()));
        all.addAll(listeners);
        return new Listeners(all);
    }

    Counters counters() {
        return counters;
    }

    /** Ends the threads that look for changes of the policy and ask for the names of crawlers. */
    @Override
    public void close() {
        policy.close();
    }

    void filter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (policy.live().get().policy().mode() == Mode.OFF) {
            chain.doFilter(request, response);
            return;
        }
        RequestFacts requestFacts = facts.of(request);
        Decision decision = gate.decide(requestFacts);
        request.setAttribute(Decision.ATTRIBUTE, decision);
        testSwitch.ifPresent(configured ->
                response.setHeader(TEST_HEADER, configured.of(requestFacts).token()));
        if (decision.letsThrough() && requestFacts.isProbe()) {
            responder.write(answers.probed(gate.left(decision)), requestFacts.secure(), response);
        } else if (decision.letsThrough()) {
            admitted.filter(request, response, chain, requestFacts, decision);
        } else {
            answer(request, response, requestFacts, decision);
        }
    }

    private void answer(
            HttpServletRequest request, HttpServletResponse response, RequestFacts requestFacts, Decision decision)
            throws IOException {
        FormReply reply = new FormReply(
                responder,
                response,
                requestFacts.secure(),
                form -> answers.withLeft(answers.to(requestFacts, decision, form), gate.left(decision)));
        FormIntake intake = FormJudge.judge(requestFacts, decision);
        if (intake instanceof FormIntake.Awaited awaited) {
            forms.answer(request, awaited, requestFacts.client().widerPrefix(), reply);
        } else if (intake instanceof FormIntake.Decided decided) {
            reply.send(decided.form());
        }
    }
}
