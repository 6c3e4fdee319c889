package dev.stile.servlet;

import dev.stile.config.StileConfig;
import dev.stile.event.Counters;
import dev.stile.event.DecisionLog;
import dev.stile.event.Listeners;
import dev.stile.event.StileListener;
import dev.stile.gate.Decision;
import dev.stile.gate.Gate;
import dev.stile.gate.GateSettings;
import dev.stile.gate.GateSources;
import dev.stile.page.Answers;
import dev.stile.page.BrowserFiles;
import dev.stile.policy.Mode;
import dev.stile.policyfile.LivePolicy;
import dev.stile.protocol.KeyRing;
import dev.stile.replay.InMemoryReplayStore;
import dev.stile.replay.ReplayStore;
import dev.stile.request.RequestFacts;
import dev.stile.time.ForwardClock;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;

/**
 * The gate of one web application, put together from its configuration; all filters of the application share it. Safe
 * for threads.
 */
final class Application implements AutoCloseable {
    private static final int SECONDS_PER_MINUTE = 60;

    private final LivePolicy policy;
    private final Counters counters = new Counters();
    private final ServletFacts facts;
    private final Gate gate;
    private final Answers answers;
    private final ServletResponder responder;

    Application(
            StileConfig config,
            LivePolicy policy,
            RequestConditions conditions,
            String contextPath,
            List<StileListener> listeners) {
        ForwardClock clock = ForwardClock.system();
        GateSources sources = GateSources.system(clock::seconds);
        ReplayStore store = ServiceLoader.load(ReplayStore.class)
                .findFirst()
                .orElseGet(() -> new InMemoryReplayStore(config.replayCapacity(), clock::seconds));
        String tag = config.pass().cookieTag().orElseGet(() -> ContextTag.of(contextPath));
        PassCookie cookie = new PassCookie(config.pass(), tag);
        BrowserFiles files = new BrowserFiles();

        this.policy = policy;
        facts = new ServletFacts(config.endpointPath(), files, cookie, conditions);
        gate = new Gate(settings(config), keys(config, tag, store, sources), store, sources, all(listeners));
        answers = new Answers(config.challenge().status(), contextPath + config.endpointPath(), tag, files);
        responder = new ServletResponder(cookie);
    }

    private GateSettings settings(StileConfig config) {
        return new GateSettings(
                policy, config.challenge().periodSeconds(), config.pass().minutes() * SECONDS_PER_MINUTE);
    }

    private static KeyRing keys(StileConfig config, String tag, ReplayStore store, GateSources sources) {
        byte[] epoch = new byte[store.outlivesProcess() ? 0 : KeyRing.EPOCH_LENGTH_BYTES];
        sources.randomness().accept(epoch);
        return new KeyRing(config.secrets().all(), tag, epoch);
    }

    private Listeners all(List<StileListener> listeners) {
        List<StileListener> all = new ArrayList<>(List.of(counters, new DecisionLog()));
        all.addAll(listeners);
        return new Listeners(all);
    }

    Counters counters() {
        return counters;
    }

    /** Ends what looks for changes of the policy. */
    @Override
    public void close() {
        policy.close();
    }

    void filter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (policy.get().policy().mode() == Mode.OFF) {
            chain.doFilter(request, response);
            return;
        }
        RequestFacts requestFacts = facts.of(request);
        Decision decision = gate.decide(requestFacts);
        request.setAttribute(Decision.ATTRIBUTE, decision);
        if (decision.letsThrough()) {
            chain.doFilter(request, response);
        } else {
            responder.write(answers.to(requestFacts, decision), requestFacts.secure(), response);
        }
    }
}
