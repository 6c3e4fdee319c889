package dev.stile.gate;

import dev.stile.budget.BudgetTerms;
import dev.stile.budget.Charge;
import dev.stile.difficulty.Price;
import dev.stile.flood.Rates;
import dev.stile.policy.Action;
import dev.stile.policy.Demand;
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

/**
 * One request to the application before the gate: policy, then pass and budget, then suspicion and flood control, then
 * challenge. Each step is taken only where those before it leave the question open. For one thread.
 */
final class Hearing {
    private final GateTools tools;
    private final RequestFacts facts;
    private final GateTerms terms;
    private final long now;
    // What is found, one after the other: findings that were copied at each step were 64 bytes more a request.
    private Ruling ruling = Ruling.NONE;
    private PassReading reading = PassReading.NONE;
    private Optional<Use> use = Optional.empty();
    private Suspicion suspicion = Suspicion.NONE;
    private Optional<Traffic> traffic = Optional.empty();
    private Optional<Price> price = Optional.empty();

    Hearing(GateTools tools, RequestFacts facts, GateTerms terms, long now) {
        this.tools = tools;
        this.facts = facts;
        this.terms = terms;
        this.now = now;
    }

    /** The grounds so far; complete once the verdict is given. */
    Findings findings() {
        return new Findings(ruling, reading, use, suspicion, traffic, price);
    }

    Verdict verdict() {
        ruling = terms.policy().rule(facts);
        Optional<Action> rule = ruling.action();
        if (is(rule, Action.Allow.class)) {
            return new Verdict.Allowed(AllowReason.EXEMPT);
        }
        if (is(rule, Action.Deny.class)) {
            return new Verdict.Refused(Refusal.DENIED);
        }
        reading = tools.passes().read(facts, now);
        Optional<Held> pass = reading.best().filter(this::counts);
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
        return policy.bySuspicion(findings().score());
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
        use = Optional.of(new Use(charge, used, budget.requests()));
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
        Traffic came = tools.pricing().traffic(facts.client());
        traffic = Optional.of(came);
        // The parts of a page that was let through follow it, so that no page is half challenged.
        Rates rates = facts.isSubResource() ? came.rates().halved() : came.rates();
        if (tools.meters().flood().asks(facts.client(), rates, came.load().value(), terms.flood(), now)) {
            return waited.map(held -> byBudget(held, Demand.ORDINARY))
                    .orElseGet(() -> challenge(Demand.ORDINARY, ChallengeReason.FLOOD));
        }
        tools.meters().flood().admit(facts.client(), facts.isSubResource());
        return new Verdict.Allowed(AllowReason.CALM);
    }

    private Verdict challenge(Demand demand, ChallengeReason reason) {
        suspect();
        if (traffic.isEmpty()) {
            traffic = Optional.of(tools.pricing().traffic(facts.client()));
        }
        Price asked = tools.pricing().price(terms, demand, facts.client(), findings());
        price = Optional.of(asked);
        return new Verdict.Challenged(
                tools.challenges().issue(facts, demand.level(), asked.difficulty(), now),
                facts.target(),
                reason,
                tools.waits().offer(facts, terms, demand, now));
    }

    private void suspect() {
        if (suspicion.isEmpty()) {
            suspicion = HeaderSignals.read(facts);
        }
    }
}
