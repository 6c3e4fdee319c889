package dev.stile.gate;

import dev.stile.event.DecisionEvent;
import dev.stile.protocol.PassVerifier.Held;
import dev.stile.protocol.Refusal;
import dev.stile.request.RequestFacts;
import dev.stile.suspicion.Signal;
import dev.stile.suspicion.Suspicion;
import java.util.Locale;

/** Tells listeners of a decision, without the challenge and the pass that it may hold. */
final class DecisionEvents {
    private DecisionEvents() {}

    static DecisionEvent of(RequestFacts facts, Decision decision) {
        Suspicion suspicion = decision.suspicion();
        return new DecisionEvent(
                decision.reference(),
                facts.endpoint().name().toLowerCase(Locale.ROOT),
                decision.verdict().name(),
                decision.verdict().reasonToken(),
                decision.enforced(),
                suspicion.score(),
                suspicion.signals().stream().map(Signal::token).toList(),
                decision.pass().refusals().stream().map(Refusal::token).toList(),
                decision.pass().best().filter(Held::networkChanged).isPresent(),
                facts.method(),
                facts.path(),
                facts.client().toString());
    }
}
