package dev.stile.gate;

import dev.stile.budget.Charge;
import dev.stile.difficulty.Price;
import dev.stile.event.Cost;
import dev.stile.event.StileListener;
import dev.stile.policy.Demand;
import dev.stile.protocol.ChallengeIssuer;
import dev.stile.protocol.ChallengeReader;
import dev.stile.protocol.KeyRing;
import dev.stile.protocol.Level;
import dev.stile.protocol.Pass;
import dev.stile.protocol.PassIssuer;
import dev.stile.protocol.PassVerifier;
import dev.stile.protocol.PassVerifier.Held;
import dev.stile.protocol.ProofVerifier;
import dev.stile.protocol.Refusal;
import dev.stile.protocol.WaitIssuer;
import dev.stile.protocol.WaitVerifier;
import dev.stile.replay.ReplayStore;
import dev.stile.request.ClientAddress;
import dev.stile.request.RequestFacts;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The one way through: facts go in, a decision comes out, and a listener hears of it. Writes no response. Safe for
 * threads.
 */
public final class Gate {
    /** A missing image is answered with a page, too. */
    private static final int FIRST_ERROR = 400;

    private final Supplier<GateTerms> terms;
    private final Meters meters;
    private final LongSupplier clock;
    private final References references;
    private final PageGate pages;
    private final Redeemer redeemer;
    private final Pricing pricing;
    private final ChallengeDesk challenges;
    private final WaitDesk waits;
    private final OperatorDesk operators;
    private final Optional<TestDesk> tests;
    private final StileListener listener;

    /**
     * A gate that is open for requests at once.
     *
     * @param terms what the operator wants, asked once a request; it may change
     * @param store remembers redeemed proofs; one that lives in this process must use the clock of {@code sources}
     * @param meters remember traffic
     * @param listener hears of every decision
     */
    public Gate(
            GateSettings settings,
            Supplier<GateTerms> terms,
            KeyRing keys,
            ReplayStore store,
            Meters meters,
            GateSources sources,
            StileListener listener) {
        this.terms = terms;
        this.meters = meters;
        this.clock = sources.clock();
        this.references = new References(sources.references());
        this.listener = listener;
        PassReader passes = new PassReader(new PassVerifier(keys));
        this.pricing = new Pricing(meters, store, settings.replayCapacity());
        ChallengeIssuer issuer = new ChallengeIssuer(keys, settings.periodSeconds());
        this.challenges = new ChallengeDesk(issuer, new ChallengeReader(keys), passes);
        this.waits = new WaitDesk(new WaitIssuer(keys, settings.passSeconds()), new WaitVerifier(keys), passes, meters);
        this.pages = new PageGate(new GateTools(passes, meters, pricing, challenges, waits));
        this.redeemer = new Redeemer(
                new ProofVerifier(keys),
                store,
                settings.replayCapacity(),
                new PassIssuer(keys, settings.passSeconds(), sources.randomness()),
                passes,
                meters,
                pricing);
        this.operators = new OperatorDesk(settings.operatorToken());
        this.tests = settings.testSwitch().map(configured -> new TestDesk(configured, passes, challenges, waits));
    }

    /** Decides about one request. Nothing that a client sent makes it throw. */
    public Decision decide(RequestFacts facts) {
        long now = clock.getAsLong();
        GateTerms current = terms.get();
        String reference = references.next();
        Decision decision = tests.isEmpty()
                ? judge(reference, facts, current, now)
                : tests.get()
                        .decide(reference, facts, current, now)
                        .orElseGet(() -> judge(reference, facts, current, now));
        listener.onDecision(DecisionEvents.of(facts, decision, now));
        return decision;
    }

    /**
     * What is left of the pass that was granted, or that the request was let through with; empty where no pass was
     * charged.
     */
    public Optional<PassLeft> left(Decision decision) {
        return passOf(decision).map(pass -> left(pass, clock.getAsLong()));
    }

    private static Optional<Pass> passOf(Decision decision) {
        if (decision.verdict() instanceof Verdict.Granted granted) {
            return Optional.of(granted.pass());
        }
        boolean charged = decision.letsThrough() && decision.findings().use().isPresent();
        return decision.pass().best().filter(held -> charged).map(Held::pass);
    }

    private PassLeft left(Pass pass, long now) {
        double requests =
                terms.get().budgetOf(pass).requests() - meters.budgets().used(pass, now);
        return new PassLeft(pass.level(), Math.max(0, pass.expires() - now), (int) Math.max(0, requests));
    }

    /** What a challenge of the lowest level costs now, for a client of whom nothing is known. */
    public Cost price() {
        Price price = pricing.price(terms.get(), Demand.of(Level.ONE), ClientAddress.parse(""), Findings.NONE);
        return DecisionEvents.cost(Level.ONE, price.difficulty(), price.factors());
    }

    private Decision judge(String reference, RequestFacts facts, GateTerms current, long now) {
        return switch (facts.endpoint()) {
            case PAGE -> pages.decide(reference, facts, current, now);
            case REDEEM -> Decision.of(reference, redeemer.redeem(facts, current, now));
            case CHALLENGE -> challenges.offer(reference, facts, level -> pricing.price(current, level, facts), now);
            case WAIT -> Decision.of(reference, waits.redeem(facts, current, now));
            case WAITED -> Decision.of(reference, waits.arrive(facts, current, now));
            case OPERATOR -> Decision.of(reference, operators.decide(facts));
            case FILE -> Decision.of(reference, file(facts));
            case NOTHING -> Decision.of(reference, new Verdict.Refused(Refusal.NOT_FOUND));
            case UNCLEAR -> pages.refuse(reference, current);
        };
    }

    /**
     * Tells the gate with what a request was answered that it has let through. A request that was let through as a part
     * of a page, and got something else, counts as a whole: anybody can say that they fetch an image.
     *
     * @param status HTTP status of the answer
     * @param contentType of the answer; null if it has none
     */
    public void settle(RequestFacts facts, Decision decision, int status, @Nullable String contentType) {
        boolean whole = status < FIRST_ERROR && facts.isSubResource() && PartTypes.isOther(contentType);
        if (whole && decision.verdict() instanceof Verdict.Allowed allowed) {
            switch (allowed.reason()) {
                case PASS, WAITED -> decision.pass().best().ifPresent(held -> settle(held.pass(), facts.client()));
                case CALM -> meters.flood().settle(facts.client());
                case EXEMPT, TEST -> {
                    // Nothing was counted.
                }
            }
        }
    }

    private void settle(Pass pass, ClientAddress client) {
        Charge charge = meters.budgets().settle(pass, terms.get().budgetOf(pass), clock.getAsLong());
        if (charge == Charge.LAST && !pass.isWaited()) {
            meters.flood().spent(client);
        }
    }

    private static Verdict file(RequestFacts facts) {
        return facts.isRead() ? new Verdict.Served() : new Verdict.Refused(Refusal.WRONG_METHOD);
    }
}
