package dev.stile.gate;

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
        if (ruling == Ruling.EXEMPT) {
            return decision(reference, new Verdict.Allowed(AllowReason.EXEMPT), Suspicion.NONE, PassReading.NONE);
        }
        Level wanted = policy.wantedLevel();
        PassReading reading = passes.read(facts, now);
        if (reaches(reading.best(), wanted)) {
            return decision(reference, new Verdict.Allowed(AllowReason.PASS), Suspicion.NONE, reading);
        }
        Suspicion suspicion = HeaderSignals.read(facts);
        if (ruling == Ruling.BY_SUSPICION && suspicion.score() < policy.threshold()) {
            return decision(reference, new Verdict.Allowed(AllowReason.CALM), suspicion, reading);
        }
        ChallengeReason reason = reason(ruling, reading);
        Verdict verdict = new Verdict.Challenged(challenges.issue(facts, wanted, now), facts.target(), reason);
        return decision(reference, verdict, suspicion, reading);
    }

    /** The decision about a request that may be for any page, or for none. */
    Decision refuse(String reference) {
        return decision(reference, new Verdict.Refused(Refusal.BAD_REQUEST), Suspicion.NONE, PassReading.NONE);
    }

    private static boolean reaches(Optional<Held> held, Level wanted) {
        return held.filter(pass -> pass.pass().level().reaches(wanted)).isPresent();
    }

    private static ChallengeReason reason(Ruling ruling, PassReading reading) {
        if (reading.best().isPresent()) {
            return ChallengeReason.OUTGROWN;
        }
        return ruling == Ruling.ALWAYS ? ChallengeReason.ALWAYS : ChallengeReason.SUSPICION;
    }

    private Decision decision(String reference, Verdict verdict, Suspicion suspicion, PassReading reading) {
        boolean enforced = policy.mode() != Mode.MONITOR || verdict instanceof Verdict.Allowed;
        return new Decision(reference, verdict, enforced, suspicion, reading);
    }
}
