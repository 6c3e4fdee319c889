package dev.stile.demo.web;

import dev.stile.gate.AllowReason;
import dev.stile.gate.Decision;
import dev.stile.gate.Findings;
import dev.stile.gate.PassReading;
import dev.stile.gate.Traffic;
import dev.stile.gate.Use;
import dev.stile.gate.Verdict;
import dev.stile.protocol.PassVerifier;
import dev.stile.protocol.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/**
 * What the gate decided about a request, as the demo shows it. This is the only place that knows how the filter hands
 * its decision on.
 *
 * @param verdict the gate's word for what it did
 * @param lookedAt whether the gate looked for anything suspicious: not where a pass or an exemption decided before
 * @param suspicion from 0, an ordinary visitor, to 100
 * @param signals what was noticed and which rules weighed, each with its share of the suspicion
 * @param rule the rule that decided, if one did
 * @param traffic how much came of late, where the gate asked
 * @param reference the id under which the gate's log has this request
 * @param pass what the visitor presented
 */
record GateDecision(
        String verdict,
        boolean lookedAt,
        int suspicion,
        List<Signal> signals,
        Optional<String> rule,
        Optional<Traffic> traffic,
        String reference,
        Pass pass) {

    GateDecision {
        signals = List.copyOf(signals);
    }

    /** One thing that was noticed. */
    record Signal(String name, int weight) {}

    /** Whether the request came with a valid pass. The pass itself is never shown. */
    sealed interface Pass {

        record None() implements Pass {}

        /**
         * A pass that counts.
         *
         * @param used requests that it has paid for, where the gate counted
         * @param requests what it bought
         */
        record Held(int level, Instant expiry, OptionalDouble used, int requests) implements Pass {}

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
                decision.findings().score(),
                signals(decision.findings()),
                decision.findings().ruling().rule(),
                decision.findings().traffic(),
                decision.reference(),
                pass(decision.findings()));
    }

    private static boolean isLookedAt(Verdict verdict) {
        return !(verdict instanceof Verdict.Allowed allowed) || allowed.reason() == AllowReason.CALM;
    }

    private static List<Signal> signals(Findings findings) {
        return Stream.concat(
                        findings.suspicion().signals().stream()
                                .map(signal -> new Signal(signal.token(), signal.weight())),
                        findings.ruling().weights().stream()
                                .map(weight -> new Signal("rule " + weight.rule(), weight.points())))
                .toList();
    }

    private static Pass pass(Findings findings) {
        PassReading reading = findings.pass();
        return reading.best().map(held -> held(held, findings.use())).orElseGet(() -> refused(reading.refusals()));
    }

    private static Pass held(PassVerifier.Held held, Optional<Use> use) {
        return new Pass.Held(
                held.pass().level().number(),
                Instant.ofEpochSecond(held.pass().expires()),
                use.map(Use::used).map(OptionalDouble::of).orElse(OptionalDouble.empty()),
                use.map(Use::requests).orElse(0));
    }

    private static Pass refused(List<Refusal> refusals) {
        return refusals.isEmpty()
                ? new Pass.None()
                : new Pass.Refused(refusals.stream().map(Refusal::token).toList());
    }
}
