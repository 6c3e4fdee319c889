package dev.stile.gate;

import dev.stile.budget.BudgetTerms;
import dev.stile.budget.Charge;
import dev.stile.difficulty.Price;
import dev.stile.flood.Rates;
import dev.stile.policy.Action;
import dev.stile.policy.Demand;
import dev.stile.policy.Mode;
import dev.stile.policy.Policy;
import dev.stile.protocol.Level;
import dev.stile.protocol.PassVerifier.Held;
import dev.stile.protocol.Refusal;
import dev.stile.request.RequestFacts;
import dev.stile.suspicion.HeaderSignals;
import java.util.Optional;

/**
 * One request to the application before the gate: policy, then pass and budget, then suspicion and flood control, then
 * challenge. Each step is taken only where those before it leave the question open. For one thread.
 */
final class Hearing {
    private final GateTools tools;
    private final RequestFacts facts;
    private final GateTerms terms;
    private final long now;
    private Findings findings = Findings.NONE;

    Hearing(GateTools tools, RequestFacts facts, GateTerms terms, long now) {
        this.tools = tools;
        this.facts = facts;
        this.terms = terms;
        this.now = now;
    }

    /** The grounds; complete once the verdict is given. */
    Findings findings() {
        return findings;
    }

    Verdict verdict() {
        findings = findings.ruled(terms.policy().rule(facts));
        Optional<Action> rule = findings.ruling().action();
        if (is(rule, Action.Allow.class)) {
            return new Verdict.Allowed(AllowReason.EXEMPT);
        }
        if (is(rule, Action.Deny.class)) {
            return new Verdict.Refused(Refusal.DENIED);
        }
        findings = findings.read(tools.passes().read(facts, now));
        Optional<Held> pass = findings.pass().best().filter(this::counts);
        Optional<Action> action = rule.isPresent() ? rule : bySuspicion(pass);
        if (is(action, Action.Deny.class)) {
            return new Verdict.Refused(Refusal.DENIED);
        }
        Optional<Demand> demand = action.flatMap(Hearing::demand);
        Demand wanted = demand.orElse(Demand.ORDINARY);
        if (pass.isEmpty() || !reaches(pass.get(), wanted)) {
            return demand.isPresent() ? challenge(wanted, reason(pass, rule)) : byTraffic(pass);
        }
        return demand.isEmpty() && isWaited(pass.get()) ? byTraffic(pass) : byBudget(pass.get(), wanted);
    }

    private static boolean is(Optional<Action> action, Class<? extends Action> kind) {
        return action.isPresent() && kind.isInstance(action.get());
    }

    private static Optional<Demand> demand(Action action) {
        return action instanceof Action.Challenge challenge ? Optional.of(challenge.demand()) : Optional.empty();
    }

    private boolean counts(Held held) {
        return !isWaited(held) || tools.waits().areOpen(terms);
    }

    private static boolean isWaited(Held held) {
        return held.pass().isWaited();
    }

    /** A wait is worth what is asked ordinarily, and nothing that somebody should work more for. */
    private static boolean reaches(Held held, Demand demand) {
        return isWaited(held)
                ? demand.equals(Demand.ORDINARY)
                : held.pass().level().reaches(demand.level());
    }

    /**
     * A pass that reaches whatever suspicion could ask for makes suspicion idle; but none helps where it denies. One that
     * was waited for is shown only to what asks.
     */
    private Optional<Action> bySuspicion(Optional<Held> pass) {
        Policy policy = terms.policy();
        Optional<Level> enough = policy.enough();
        boolean worked = pass.isPresent() && !isWaited(pass.get());
        if (worked && enough.isPresent() && pass.get().pass().level().reaches(enough.get())) {
            return Optional.empty();
        }
        suspect();
        return policy.bySuspicion(findings.score());
    }

    private ChallengeReason reason(Optional<Held> pass, Optional<Action> rule) {
        if (pass.isPresent()) {
            return ChallengeReason.OUTGROWN;
        }
        boolean always = rule.isPresent() || terms.policy().mode() == Mode.ALWAYS;
        return always ? ChallengeReason.ALWAYS : ChallengeReason.SUSPICION;
    }

    /** What is charged to a pass is not counted under the address as well: many people share one. */
    private Verdict byBudget(Held held, Demand demand) {
        BudgetTerms budget = terms.budgetOf(held.pass());
        Charge charge = tools.meters().budgets().charge(held, facts.client(), facts.isSubResource(), budget, now);
        double used = tools.meters().budgets().used(held.pass(), now);
        findings = findings.used(new Use(charge, used, budget.requests()));
        return switch (charge) {
            case WITHIN, OVERDRAWN -> allowed(held);
            case LAST -> {
                if (!isWaited(held)) {
                    tools.meters().flood().spent(facts.client());
                }
                yield allowed(held);
            }
            case SPENT -> challenge(demand, ChallengeReason.SPENT);
            case SHARED -> challenge(demand, ChallengeReason.SHARED);
        };
    }

    private static Verdict allowed(Held held) {
        return new Verdict.Allowed(AllowReason.of(held.pass()));
    }

    /**
     * What nobody without a pass would be asked for. A pass that was waited for is kept for where it is asked for: its
     * budget is small, and its owner's only way in.
     */
    private Verdict byTraffic(Optional<Held> waited) {
        Traffic traffic = tools.pricing().traffic(facts.client());
        findings = findings.measured(traffic);
        // The parts of a page that was let through follow it, so that no page is half challenged.
        Rates rates = facts.isSubResource() ? traffic.rates().halved() : traffic.rates();
        if (tools.meters().flood().asks(facts.client(), rates, traffic.load().value(), terms.flood(), now)) {
            return waited.map(held -> byBudget(held, Demand.ORDINARY))
                    .orElseGet(() -> challenge(Demand.ORDINARY, ChallengeReason.FLOOD));
        }
        tools.meters().flood().admit(facts.client(), facts.isSubResource());
        return new Verdict.Allowed(AllowReason.CALM);
    }

    private Verdict challenge(Demand demand, ChallengeReason reason) {
        suspect();
        if (findings.traffic().isEmpty()) {
            findings = findings.measured(tools.pricing().traffic(facts.client()));
        }
        Price price = tools.pricing().price(terms, demand, facts.client(), findings);
        findings = findings.priced(price);
        return new Verdict.Challenged(
                tools.challenges().issue(facts, demand.level(), price.difficulty(), now),
                facts.target(),
                reason,
                tools.waits().offer(facts, terms, demand, now));
    }

    private void suspect() {
        if (findings.suspicion().isEmpty()) {
            findings = findings.suspected(HeaderSignals.read(facts));
        }
    }
}
