package dev.stile.gate;

import dev.stile.event.Cost;
import dev.stile.event.DecisionEvent;
import dev.stile.event.Grounds;
import dev.stile.event.Outcome;
import dev.stile.event.PassUse;
import dev.stile.event.Points;
import dev.stile.event.Visitor;
import dev.stile.protocol.Challenge;
import dev.stile.protocol.PassVerifier.Held;
import dev.stile.protocol.Refusal;
import dev.stile.request.RequestFacts;
import dev.stile.suspicion.Suspicion;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Tells listeners of a decision, without the challenge and the pass that it may hold. */
final class DecisionEvents {
    private DecisionEvents() {}

    static DecisionEvent of(RequestFacts facts, Decision decision, long now) {
        Verdict verdict = decision.verdict();
        return new DecisionEvent(
                decision.reference(),
                now,
                facts.endpoint().name().toLowerCase(Locale.ROOT),
                new Outcome(verdict.name(), verdict.reasonToken(), decision.enforced()),
                visitor(facts),
                grounds(decision.suspicion()),
                passUse(decision.pass()),
                verdict.issued().map(DecisionEvents::cost),
                Optional.empty());
    }

    private static Visitor visitor(RequestFacts facts) {
        return new Visitor(
                facts.method(),
                facts.path(),
                facts.client().toString(),
                facts.headers().first("User-Agent").orElse(""));
    }

    private static Grounds grounds(Suspicion suspicion) {
        List<Points> signals = suspicion.signals().stream()
                .map(signal -> new Points(signal.token(), signal.weight()))
                .toList();
        return new Grounds(Optional.empty(), signals, List.of(), suspicion.score());
    }

    private static PassUse passUse(PassReading reading) {
        return new PassUse(
                reading.best().isPresent(),
                reading.refusals().stream().map(Refusal::token).toList(),
                reading.best().filter(Held::networkChanged).isPresent(),
                Optional.empty());
    }

    private static Cost cost(Challenge challenge) {
        return new Cost(challenge.terms().level().number(), challenge.terms().difficulty(), List.of());
    }
}
