package dev.stile.gate;

import dev.stile.policy.Action;
import dev.stile.policy.Mode;
import dev.stile.policy.Policy;
import dev.stile.policy.Ruling;
import dev.stile.protocol.Level;
import dev.stile.protocol.PassVerifier.Held;
import dev.stile.protocol.Refusal;
import dev.stile.request.RequestFacts;
import dev.stile.suspicion.HeaderSignals;
import dev.stile.suspicion.Suspicion;
import java.util.Optional;

/** Decides about a request to the application: policy, then pass, then suspicion, then challenge. Safe for threads. */
final class PageGate {
    private final Policy policy;
    private final PassReader passes;
    private final ChallengeDesk challenges;

    PageGate(Policy policy, PassReader passes, ChallengeDesk challenges) {
        this.policy = policy;
        this.passes = passes;
        this.challenges = challenges;
    }

    Decision decide(String reference, RequestFacts facts, long now) {
        Ruling ruling = policy.rule(facts);
        if (ruling.action().filter(Action.Allow.class::isInstance).isPresent()) {
            return decision(reference, new Verdict.Allowed(AllowReason.EXEMPT), Suspicion.NONE, PassReading.NONE);
        }
        if (ruling.action().filter(Action.Deny.class::isInstance).isPresent()) {
            return decision(reference, new Verdict.Refused(Refusal.DENIED), Suspicion.NONE, PassReading.NONE);
        }
        PassReading reading = passes.read(facts, now);
        Level enough = ruling.action()
                .map(PageGate::wanted)
                .orElseGet(() -> policy.thresholds().highestLevel());
        if (reaches(reading.best(), enough)) {
            return decision(reference, new Verdict.Allowed(AllowReason.PASS), Suspicion.NONE, reading);
        }
        Suspicion suspicion = HeaderSignals.read(facts);
        Verdict verdict = ruling.action()
                .or(() -> policy.bySuspicion(ruling.weighed(suspicion.score())))
                .map(action -> verdict(action, facts, ruling, reading, now))
                .orElseGet(() -> new Verdict.Allowed(AllowReason.CALM));
        return decision(reference, verdict, suspicion, reading);
    }

    private Verdict verdict(Action action, RequestFacts facts, Ruling ruling, PassReading reading, long now) {
        if (action instanceof Action.Deny) {
            return new Verdict.Refused(Refusal.DENIED);
        }
        Level wanted = wanted(action);
        return reaches(reading.best(), wanted)
                ? new Verdict.Allowed(AllowReason.PASS)
                : new Verdict.Challenged(challenges.issue(facts, wanted, now), facts.target(), reason(ruling, reading));
    }

    private static Level wanted(Action action) {
        return action instanceof Action.Challenge challenge ? challenge.demand().level() : Level.ONE;
    }

    /** The decision about a request that may be for any page, or for none. */
    Decision refuse(String reference) {
        return decision(reference, new Verdict.Refused(Refusal.BAD_REQUEST), Suspicion.NONE, PassReading.NONE);
    }

    private static boolean reaches(Optional<Held> held, Level wanted) {
        return held.filter(pass -> pass.pass().level().reaches(wanted)).isPresent();
    }

    private ChallengeReason reason(Ruling ruling, PassReading reading) {
        if (reading.best().isPresent()) {
            return ChallengeReason.OUTGROWN;
        }
        boolean always = ruling.action().isPresent() || policy.mode() == Mode.ALWAYS;
        return always ? ChallengeReason.ALWAYS : ChallengeReason.SUSPICION;
    }

    private Decision decision(String reference, Verdict verdict, Suspicion suspicion, PassReading reading) {
        boolean enforced = policy.mode() != Mode.MONITOR || verdict instanceof Verdict.Allowed;
        return new Decision(reference, verdict, enforced, suspicion, reading);
    }
}
