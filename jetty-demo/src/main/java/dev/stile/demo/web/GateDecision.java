package dev.stile.demo.web;

import dev.stile.gate.Decision;
import dev.stile.protocol.PassVerifier;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What the gate decided about a request, as the demo shows it. This is the only place that knows how the filter hands
 * its decision on.
 *
 * @param verdict the gate's word for what it did
 * @param suspicion from 0, an ordinary visitor, to 100
 * @param signals what was noticed, each with its share of the suspicion; empty where nothing was
 * @param reference the id under which the gate's log has this request
 * @param pass what the visitor presented
 */
record GateDecision(String verdict, int suspicion, List<Signal> signals, String reference, Pass pass) {

    GateDecision {
        signals = List.copyOf(signals);
    }

    /** One thing that was noticed. */
    record Signal(String name, int weight) {}

    /** Whether the request came with a valid pass. The pass itself is never shown. */
    sealed interface Pass {

        record None() implements Pass {}

        record Held(int level, Instant expiry) implements Pass {}
    }

    /** The decision about this request; empty where no gate stood before the application. */
    static Optional<GateDecision> of(HttpServletRequest request) {
        return request.getAttribute(Decision.ATTRIBUTE) instanceof Decision decision
                ? Optional.of(of(decision))
                : Optional.empty();
    }

    private static GateDecision of(Decision decision) {
        return new GateDecision(
                decision.verdict().name() + ", because: " + decision.verdict().reasonToken(),
                decision.suspicion().score(),
                decision.suspicion().signals().stream()
                        .map(signal -> new Signal(signal.token(), signal.weight()))
                        .toList(),
                decision.reference(),
                decision.pass().best().map(GateDecision::held).orElseGet(Pass.None::new));
    }

    private static Pass held(PassVerifier.Held held) {
        return new Pass.Held(
                held.pass().level().number(), Instant.ofEpochSecond(held.pass().expires()));
    }
}
