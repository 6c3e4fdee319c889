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
    private static final Verdict.Cases<Name> NAMES = new Names();

    private DecisionEvents() {}

    static DecisionEvent of(RequestFacts facts, Decision decision) {
        Name name = decision.verdict().match(NAMES);
        Suspicion suspicion = decision.suspicion();
        return new DecisionEvent(
                decision.reference(),
                facts.endpoint().name().toLowerCase(Locale.ROOT),
                name.verdict(),
                name.reason(),
                decision.isCarriedOut(),
                suspicion.score(),
                suspicion.signals().stream().map(Signal::token).toList(),
                decision.pass().refusals().stream().map(Refusal::token).toList(),
                decision.pass().best().filter(Held::networkChanged).isPresent(),
                facts.method(),
                facts.path(),
                facts.client().toString());
    }

    private record Name(String verdict, String reason) {}

    private static final class Names implements Verdict.Cases<Name> {
        @Override
        public Name allowed(Verdict.Allowed verdict) {
            return new Name("allow", verdict.reason().token());
        }

        @Override
        public Name challenged(Verdict.Challenged verdict) {
            return new Name("challenge", verdict.reason().token());
        }

        @Override
        public Name offered(Verdict.Offered verdict) {
            return new Name("offer", "asked");
        }

        @Override
        public Name granted(Verdict.Granted verdict) {
            return new Name("grant", verdict.fresh().isPresent() ? "fresh" : "kept");
        }

        @Override
        public Name refused(Verdict.Refused verdict) {
            return new Name("refuse", verdict.reason().token());
        }

        @Override
        public Name served(Verdict.Served verdict) {
            return new Name("serve", "file");
        }
    }
}
