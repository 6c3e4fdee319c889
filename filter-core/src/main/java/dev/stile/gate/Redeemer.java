package dev.stile.gate;

import dev.stile.flood.FloodControl;
import dev.stile.protocol.Checked;
import dev.stile.protocol.Pass;
import dev.stile.protocol.PassIssuer;
import dev.stile.protocol.PassVerifier.Held;
import dev.stile.protocol.ProofVerifier;
import dev.stile.protocol.Purpose;
import dev.stile.protocol.Refusal;
import dev.stile.protocol.SignedPass;
import dev.stile.protocol.VerifiedProof;
import dev.stile.replay.ReplayKey;
import dev.stile.replay.ReplayStore;
import dev.stile.request.RequestFacts;
import java.util.List;
import java.util.Optional;

/**
 * Exchanges a proof for a pass (PROTOCOL §8, §9): cheapest check first, claim last, grant in one branch. Safe for
 * threads.
 */
final class Redeemer {
    private static final String PROOF_HEADER = "Stile-Proof";

    /** A price may double between challenge and proof, by honest neighbours for instance, before it is charged for. */
    private static final double GRACE = 2;

    private final ProofVerifier verifier;
    private final ReplayStore store;
    private final int capacity;
    private final PassIssuer issuer;
    private final PassReader passes;
    private final Meters meters;
    private final Pricing pricing;

    /**
     * @param capacity claims that fit into the store
     */
    Redeemer(
            ProofVerifier verifier,
            ReplayStore store,
            int capacity,
            PassIssuer issuer,
            PassReader passes,
            Meters meters,
            Pricing pricing) {
        this.verifier = verifier;
        this.store = store;
        this.capacity = capacity;
        this.issuer = issuer;
        this.passes = passes;
        this.meters = meters;
        this.pricing = pricing;
    }

    Verdict redeem(RequestFacts facts, GateTerms terms, long now) {
        var context = new ProofVerifier.Context(
                Purpose.GATE, facts.host(), facts.client().network(), now);
        return Checked.require(facts.method().equals("POST"), facts, Refusal.WRONG_METHOD)
                .then(post -> Checked.require(Sender.of(post) != Sender.OTHER, post, Refusal.CROSS_SITE))
                .then(Redeemer::proofText)
                .then(text -> Checked.require(!flood().shedsRedeem(facts.client()), text, Refusal.UNAVAILABLE))
                .then(text -> verifier.verify(text, context))
                .fold(proof -> claim(proof, facts, terms, now), reason -> refused(reason, facts));
    }

    private FloodControl flood() {
        return meters.flood();
    }

    /** V2. */
    private static Checked<String> proofText(RequestFacts facts) {
        List<String> proofs = facts.headers().all(PROOF_HEADER);
        return proofs.size() == 1 ? Checked.of(proofs.get(0)) : Checked.refused(Refusal.MALFORMED);
    }

    /** Only wrong work under a challenge of ours counts: it alone made the server hash. */
    private Verdict refused(Refusal reason, RequestFacts facts) {
        if (reason == Refusal.WRONG_MESSAGE || reason == Refusal.INSUFFICIENT_WORK) {
            flood().failed(facts.client());
        }
        return new Verdict.Refused(reason);
    }

    /** V11, the one place that grants. */
    private Verdict claim(VerifiedProof proof, RequestFacts facts, GateTerms terms, long now) {
        if (flood().holdsTooMuch(facts.client(), capacity)) {
            return new Verdict.Refused(Refusal.UNAVAILABLE);
        }
        return switch (store.claim(ReplayKey.of(proof.replayTuple()), proof.claimUntil())) {
            case FIRST -> grant(proof, facts, terms, now);
            case SEEN -> new Verdict.Refused(Refusal.REPLAYED);
            case UNAVAILABLE -> new Verdict.Refused(Refusal.UNAVAILABLE);
        };
    }

    private Verdict grant(VerifiedProof proof, RequestFacts facts, GateTerms terms, long now) {
        flood().redeemed(facts.client());
        SignedPass fresh = issuer.issue(proof, facts.family(), facts.client().network(), now);
        Optional<Pass> better = passes.read(facts, now)
                .best()
                .filter(held -> held.pass().isBetterThan(fresh.pass()))
                .filter(held -> meters.budgets().isGoodFor(held, facts.client(), terms.budgetOf(held.pass()), now))
                .map(Held::pass);
        return better.map(held -> new Verdict.Granted(Optional.empty(), held, proof.target()))
                .orElseGet(() -> granted(fresh, proof, facts, terms, now));
    }

    /**
     * A proof counts by the price of its challenge (A08), and one challenge is good for many proofs: each draws an
     * IVclient of its own. What the price has risen since by the client's own doing is taken from the pass's budget, so
     * that this is no cheaper than to be asked each time.
     */
    private Verdict.Granted granted(
            SignedPass fresh, VerifiedProof proof, RequestFacts facts, GateTerms terms, long now) {
        double price = pricing.ownWork(terms, facts.client());
        double paid = Math.min(1, GRACE * proof.terms().difficulty().work() / price);
        meters.budgets().chargeInAdvance(fresh.pass(), paid, terms.budget(), now);
        return new Verdict.Granted(Optional.of(fresh), fresh.pass(), proof.target());
    }
}
