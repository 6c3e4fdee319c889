package dev.stile.gate;

import dev.stile.difficulty.Price;
import dev.stile.event.Cost;
import dev.stile.event.DecisionEvent;
import dev.stile.event.Flow;
import dev.stile.event.Grounds;
import dev.stile.event.Outcome;
import dev.stile.event.PassUse;
import dev.stile.event.Points;
import dev.stile.event.Visitor;
import dev.stile.flood.Rates;
import dev.stile.policy.Ruling;
import dev.stile.protocol.Challenge;
import dev.stile.protocol.Difficulty;
import dev.stile.protocol.Level;
import dev.stile.protocol.PassVerifier.Held;
import dev.stile.protocol.Refusal;
import dev.stile.protocol.Terms;
import dev.stile.request.RequestFacts;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Tells listeners of a decision, without the challenge and the pass that it may hold. */
final class DecisionEvents {
    private DecisionEvents() {}

    static DecisionEvent of(RequestFacts facts, Decision decision, long now) {
        Verdict verdict = decision.verdict();
        return new DecisionEvent(
                decision.reference(),
                now,
                facts.endpoint().token(),
                new Outcome(verdict.name(), verdict.reasonToken(), decision.enforced()),
                visitor(facts),
                grounds(decision.findings()),
                passUse(decision.findings()),
                cost(decision),
                decision.findings().traffic().map(DecisionEvents::flow));
    }

    private static Visitor visitor(RequestFacts facts) {
        return new Visitor(
                facts.method(),
                facts.path(),
                facts.client().toString(),
                facts.headers().first("User-Agent").orElse(""));
    }

    private static Grounds grounds(Findings findings) {
        if (findings.ruling().equals(Ruling.NONE) && findings.suspicion().isEmpty()) {
            return Grounds.NONE;
        }
        List<Points> signals =
                each(findings.suspicion().signals(), signal -> new Points(signal.token(), signal.weight()));
        List<Points> rules = each(findings.ruling().weights(), weight -> new Points(weight.rule(), weight.points()));
        return new Grounds(findings.ruling().rule(), signals, rules, findings.score());
    }

    private static PassUse passUse(Findings findings) {
        PassReading reading = findings.pass();
        return new PassUse(
                reading.best().isPresent(),
                each(reading.refusals(), Refusal::token),
                reading.best().filter(Held::networkChanged).isPresent(),
                findings.use().map(use -> new PassUse.Budget(use.used(), use.requests())));
    }

    /** Most decisions have none of either kind, and a stream of nothing takes 150 bytes. */
    private static <T, R> List<R> each(List<T> all, Function<T, R> telling) {
        return all.isEmpty() ? List.of() : all.stream().map(telling).toList();
    }

    private static Optional<Cost> cost(Decision decision) {
        Optional<Challenge> issued = decision.verdict().issued();
        // An expression that refers to the decision is an object for each of them.
        return issued.isPresent() ? Optional.of(cost(issued.get(), decision.findings())) : Optional.empty();
    }

    private static Cost cost(Challenge challenge, Findings findings) {
        Terms terms = challenge.terms();
        return cost(
                terms.level(),
                terms.difficulty(),
                findings.price().map(Price::factors).orElse(List.of()));
    }

    static Cost cost(Level level, Difficulty difficulty, List<Price.Factor> factors) {
        return new Cost(
                level.number(),
                difficulty,
                factors.stream()
                        .map(factor -> new Cost.Factor(factor.cause().token(), factor.value()))
                        .toList());
    }

    private static Flow flow(Traffic traffic) {
        Rates rates = traffic.rates();
        return new Flow(
                rates.client(), rates.wider(), rates.total(), traffic.load().value());
    }
}
