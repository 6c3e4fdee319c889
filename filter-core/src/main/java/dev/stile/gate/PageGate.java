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
    private final PassReader passes;
    private final ChallengeDesk challenges;

    PageGate(PassReader passes, ChallengeDesk challenges) {
        this.passes = passes;
        this.challenges = challenges;
    }

    Decision decide(String reference, RequestFacts facts, GateTerms terms, long now) {
        Policy policy = terms.policy();
        Ruling ruling = policy.rule(facts);
        if (ruling.action().filter(Action.Allow.class::isInstance).isPresent()) {
            return decision(
                    reference, policy, new Verdict.Allowed(AllowReason.EXEMPT), Suspicion.NONE, PassReading.NONE);
        }
        if (ruling.action().filter(Action.Deny.class::isInstance).isPresent()) {
            return decision(reference, policy, new Verdict.Refused(Refusal.DENIED), Suspicion.NONE, PassReading.NONE);
        }
        PassReading reading = passes.read(facts, now);
        Level enough = ruling.action()
                .map(PageGate::wanted)
                .orElseGet(() -> policy.thresholds().highestLevel());
        if (reaches(reading.best(), enough)) {
            return decision(reference, policy, new Verdict.Allowed(AllowReason.PASS), Suspicion.NONE, reading);
        }
        Suspicion suspicion = HeaderSignals.read(facts);
        Verdict verdict = ruling.action()
                .or(() -> policy.bySuspicion(ruling.weighed(suspicion.score())))
                .map(action -> verdict(action, facts, terms, ruling, reading, now))
                .orElseGet(() -> new Verdict.Allowed(AllowReason.CALM));
        return decision(reference, policy, verdict, suspicion, reading);
    }

    private Verdict verdict(
            Action action, RequestFacts facts, GateTerms terms, Ruling ruling, PassReading reading, long now) {
        if (action instanceof Action.Deny) {
            return new Verdict.Refused(Refusal.DENIED);
        }
        Level wanted = wanted(action);
        return reaches(reading.best(), wanted)
                ? new Verdict.Allowed(AllowReason.PASS)
                : new Verdict.Challenged(
                        challenges.issue(facts, terms, wanted, now),
                        facts.target(),
                        reason(terms.policy(), ruling, reading));
    }

    private static Level wanted(Action action) {
        return action instanceof Action.Challenge challenge ? challenge.demand().level() : Level.ONE;
    }

    /** The decision about a request that may be for any page, or for none. */
    Decision refuse(String reference, GateTerms terms) {
        return decision(
                reference, terms.policy(), new Verdict.Refused(Refusal.BAD_REQUEST), Suspicion.NONE, PassReading.NONE);
    }

    private static boolean reaches(Optional<Held> held, Level wanted) {
        return held.filter(pass -> pass.pass().level().reaches(wanted)).isPresent();
    }

    private static ChallengeReason reason(Policy policy, Ruling ruling, PassReading reading) {
        if (reading.best().isPresent()) {
            return ChallengeReason.OUTGROWN;
        }
        boolean always = ruling.action().isPresent() || policy.mode() == Mode.ALWAYS;
        return always ? ChallengeReason.ALWAYS : ChallengeReason.SUSPICION;
    }

    private static Decision decision(
            String reference, Policy policy, Verdict verdict, Suspicion suspicion, PassReading reading) {
        // Off is not asked to decide; a request that was on its way when it was switched off goes through.
        boolean watchesOnly = policy.mode() == Mode.MONITOR || policy.mode() == Mode.OFF;
        boolean enforced = !watchesOnly || verdict instanceof Verdict.Allowed;
        return new Decision(reference, verdict, enforced, suspicion, reading);
    }
}
