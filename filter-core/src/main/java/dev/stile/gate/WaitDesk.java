package dev.stile.gate;

import dev.stile.gate.WaitVerdict.Arrived;
import dev.stile.gate.WaitVerdict.Stranded;
import dev.stile.gate.WaitVerdict.Waited;
import dev.stile.gate.WaitVerdict.Waiting;
import dev.stile.load.LoadStage;
import dev.stile.policy.Demand;
import dev.stile.protocol.Checked;
import dev.stile.protocol.Pass;
import dev.stile.protocol.PassVerifier.Held;
import dev.stile.protocol.Refusal;
import dev.stile.protocol.SignedPass;
import dev.stile.protocol.Target;
import dev.stile.protocol.VerifiedWait;
import dev.stile.protocol.WaitIssuer;
import dev.stile.protocol.WaitVerifier;
import dev.stile.request.Query;
import dev.stile.request.RequestFacts;
import java.util.Optional;
import java.util.function.Function;

/**
 * Lets visitors in who run no scripts, where the operator allows it (PROTOCOL §15): offers waits, and exchanges one that is
 * over for the pass of the visitor's network. Open while nothing is asked for but the ordinary and the application is at
 * ease, for a wait costs a program as little as a visitor. Keeps nothing. Safe for threads.
 */
final class WaitDesk {
    private final WaitIssuer issuer;
    private final WaitVerifier verifier;
    private final PassReader passes;
    private final Meters meters;

    WaitDesk(WaitIssuer issuer, WaitVerifier verifier, PassReader passes, Meters meters) {
        this.issuer = issuer;
        this.verifier = verifier;
        this.passes = passes;
        this.meters = meters;
    }

    /** Whether waits, and the passes that they bought, are worth anything now. */
    boolean areOpen(GateTerms terms) {
        return terms.noScript().isPresent() && meters.load().load().stage() == LoadStage.CALM;
    }

    /** What a challenge offers beside itself. Only what is shown as a page, and can be asked for again, gets a wait. */
    NoScript offer(RequestFacts facts, GateTerms terms, Demand demand, long now) {
        boolean open = areOpen(terms) && demand.equals(Demand.ORDINARY) && facts.isRead() && facts.isNavigation();
        return terms.noScript()
                .filter(waits -> open)
                .map(waits -> offer(facts, waits, terms, now))
                .orElse(NoScript.EXPLAINED);
    }

    private NoScript offer(RequestFacts facts, WaitTerms waits, GateTerms terms, long now) {
        Pass pass = issuer.pass(facts.host(), facts.family(), facts.client().network(), now);
        if (!isGood(new Held(pass, false), facts, terms, now)) {
            return new NoScript.Spent();
        }
        String token = issuer.begin(facts.host(), facts.client().network(), now);
        return new NoScript.Wait(token, waits.seconds());
    }

    private boolean isGood(Held held, RequestFacts facts, GateTerms terms, long now) {
        return meters.budgets().isGoodFor(held, facts.client(), terms.budgetOf(held.pass()), now);
    }

    /** The answer to who comes from a wait. */
    Verdict redeem(RequestFacts facts, GateTerms terms, long now) {
        return answer(
                facts,
                target -> Query.single(facts.query(), "token").then(token -> redeem(token, target, facts, terms, now)));
    }

    /** Bad input, or whatever else there is no pass for, strands the visitor with the address where they meant to go. */
    private static Verdict answer(RequestFacts facts, Function<Target, Checked<Verdict>> decision) {
        return EndpointQuery.of(facts)
                .then(query -> Query.single(query, "target"))
                .then(Target::parse)
                .fold(
                        target -> decision.apply(target)
                                .fold(verdict -> verdict, reason -> new Stranded(reason, Optional.of(target))),
                        reason -> new Stranded(reason, Optional.empty()));
    }

    private Checked<Verdict> redeem(String token, Target target, RequestFacts facts, GateTerms terms, long now) {
        return terms.noScript()
                .map(Checked::of)
                .orElseGet(() -> Checked.refused(Refusal.NOT_FOUND))
                .then(waits -> verifier.verify(
                        token,
                        new WaitVerifier.Context(facts.host(), facts.client().network(), waits.seconds(), now)))
                .then(wait -> wait.secondsLeft() > 0
                        ? Checked.of(new Waiting(token, wait.secondsLeft(), target))
                        : exchange(wait, target, facts, terms, now));
    }

    /** The one place that grants a pass for a wait. */
    private Checked<Verdict> exchange(VerifiedWait wait, Target target, RequestFacts facts, GateTerms terms, long now) {
        if (!areOpen(terms)) {
            return Checked.refused(Refusal.UNAVAILABLE);
        }
        boolean hasWorked = passes.read(facts, now)
                .best()
                .filter(held -> !held.pass().isWaited() && isGood(held, facts, terms, now))
                .isPresent();
        if (hasWorked) {
            return Checked.of(new Waited(Optional.empty(), target));
        }
        SignedPass fresh = issuer.issue(wait, facts.family(), facts.client().network(), now);
        return isGood(new Held(fresh.pass(), false), facts, terms, now)
                ? Checked.of(new Waited(Optional.of(fresh), target))
                : Checked.refused(Refusal.SPENT);
    }

    /**
     * The answer to who was sent here with the pass. Only looks whether it came back and is good for the next request: so
     * who keeps no cookies is told so here, once, and is sent nowhere.
     */
    Verdict arrive(RequestFacts facts, GateTerms terms, long now) {
        return answer(facts, target -> arrive(target, facts, terms, now));
    }

    private Checked<Verdict> arrive(Target target, RequestFacts facts, GateTerms terms, long now) {
        return passes.read(facts, now)
                .best()
                .map(Checked::of)
                .orElseGet(() -> Checked.refused(Refusal.NO_COOKIE))
                .then(held -> Checked.require(!held.pass().isWaited() || areOpen(terms), held, Refusal.UNAVAILABLE))
                .then(held -> Checked.require(isGood(held, facts, terms, now), held, Refusal.SPENT))
                .then(held -> Checked.of(new Arrived(target)));
    }
}
