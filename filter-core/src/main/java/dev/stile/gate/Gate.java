package dev.stile.gate;

import dev.stile.event.StileListener;
import dev.stile.protocol.ChallengeIssuer;
import dev.stile.protocol.KeyRing;
import dev.stile.protocol.Level;
import dev.stile.protocol.PassIssuer;
import dev.stile.protocol.PassVerifier;
import dev.stile.protocol.ProofVerifier;
import dev.stile.protocol.Refusal;
import dev.stile.replay.ReplayStore;
import dev.stile.request.RequestFacts;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * The one way through: facts go in, a decision comes out, and a listener hears of it. Writes no response. Safe for
 * threads.
 */
public final class Gate {
    private final Supplier<GateTerms> terms;
    private final LongSupplier clock;
    private final References references;
    private final PageGate pages;
    private final Redeemer redeemer;
    private final ChallengeDesk challenges;
    private final StileListener listener;

    /**
     * A gate that is open for requests at once.
     *
     * @param store remembers redeemed proofs; one that lives in this process must use the clock of {@code sources}
     * @param listener hears of every decision
     */
    public Gate(GateSettings settings, KeyRing keys, ReplayStore store, GateSources sources, StileListener listener) {
        this.terms = settings.terms();
        this.clock = sources.clock();
        this.references = new References(sources.references());
        this.listener = listener;
        PassReader passes = new PassReader(new PassVerifier(keys));
        this.challenges = new ChallengeDesk(new ChallengeIssuer(keys, settings.periodSeconds()));
        this.pages = new PageGate(passes, challenges);
        this.redeemer = new Redeemer(
                new ProofVerifier(keys),
                store,
                new PassIssuer(keys, settings.passSeconds(), sources.randomness()),
                passes);
    }

    /** Decides about one request. Nothing that a client sent makes it throw. */
    public Decision decide(RequestFacts facts) {
        GateTerms terms = this.terms.get();
        long now = clock.getAsLong();
        String reference = references.next();
        Decision decision = switch (facts.endpoint()) {
            case PAGE -> pages.decide(reference, facts, terms, now);
            case REDEEM -> Decision.of(reference, redeemer.redeem(facts, now));
            case CHALLENGE -> Decision.of(reference, challenges.offer(facts, terms, Level.ONE, now));
            case FILE -> Decision.of(reference, file(facts));
            case NOTHING -> Decision.of(reference, new Verdict.Refused(Refusal.NOT_FOUND));
            case UNCLEAR -> pages.refuse(reference, terms);
        };
        listener.onDecision(DecisionEvents.of(facts, decision));
        return decision;
    }

    private static Verdict file(RequestFacts facts) {
        return facts.isRead() ? new Verdict.Served() : new Verdict.Refused(Refusal.WRONG_METHOD);
    }
}
