package dev.stile.demo.web;

import dev.stile.gate.AllowReason;
import dev.stile.gate.Decision;
import dev.stile.gate.PassReading;
import dev.stile.gate.Verdict;
import dev.stile.protocol.PassVerifier;
import dev.stile.protocol.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What the gate decided about a request, as the demo shows it. This is the only place that knows how the filter hands
 * its decision on.
 *
 * @param verdict the gate's word for what it did
 * @param lookedAt whether the gate looked for anything suspicious: not where a pass or an exemption decided before
 * @param suspicion from 0, an ordinary visitor, to 100
 * @param signals what was noticed, each with its share of the suspicion; empty where nothing was
 * @param reference the id under which the gate's log has this request
 * @param pass what the visitor presented
 */
record GateDecision(
        String verdict, boolean lookedAt, int suspicion, List<Signal> signals, String reference, Pass pass) {

    GateDecision {
        signals = List.copyOf(signals);
    }

    /** One thing that was noticed. */
    record Signal(String name, int weight) {}

    /** Whether the request came with a valid pass. The pass itself is never shown. */
    sealed interface Pass {

        record None() implements Pass {}

        record Held(int level, Instant expiry) implements Pass {}

        /** Why what was presented is not believed. */
        record Refused(List<String> reasons) implements Pass {}
    }

    /** The decision about this request; empty where no gate stood before the application. */
    static Optional<GateDecision> of(HttpServletRequest request) {
        return request.getAttribute(Decision.ATTRIBUTE) instanceof Decision decision
                ? Optional.of(of(decision))
                : Optional.empty();
    }

    private static GateDecision of(Decision decision) {
        String verdict =
                decision.verdict().name() + ", because: " + decision.verdict().reasonToken();
        return new GateDecision(
                decision.enforced() ? verdict : verdict + " (not enforced: mode monitor)",
                isLookedAt(decision.verdict()),
                decision.suspicion().score(),
                decision.suspicion().signals().stream()
                        .map(signal -> new Signal(signal.token(), signal.weight()))
                        .toList(),
                decision.reference(),
                pass(decision.pass()));
    }

    private static boolean isLookedAt(Verdict verdict) {
        return !(verdict instanceof Verdict.Allowed allowed) || allowed.reason() == AllowReason.CALM;
    }

    private static Pass pass(PassReading reading) {
        return reading.best().map(GateDecision::held).orElseGet(() -> refused(reading.refusals()));
    }

    private static Pass held(PassVerifier.Held held) {
        return new Pass.Held(
                held.pass().level().number(), Instant.ofEpochSecond(held.pass().expires()));
    }

    private static Pass refused(List<Refusal> refusals) {
        return refusals.isEmpty()
                ? new Pass.None()
                : new Pass.Refused(refusals.stream().map(Refusal::token).toList());
    }
}
