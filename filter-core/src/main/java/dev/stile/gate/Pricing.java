package dev.stile.gate;

import dev.stile.difficulty.Circumstances;
import dev.stile.difficulty.DifficultyController;
import dev.stile.difficulty.Price;
import dev.stile.difficulty.ReplayFill;
import dev.stile.difficulty.Share;
import dev.stile.difficulty.Urgency;
import dev.stile.difficulty.Wanted;
import dev.stile.flood.FloodTerms;
import dev.stile.flood.Proofs;
import dev.stile.flood.Rates;
import dev.stile.load.Load;
import dev.stile.load.LoadStage;
import dev.stile.policy.Demand;
import dev.stile.protocol.Level;
import dev.stile.replay.ReplayStore;
import dev.stile.request.ClientAddress;
import dev.stile.request.RequestFacts;
import dev.stile.suspicion.HeaderSignals;
import java.util.Comparator;

/** Asks the meters what a price depends on, and the controller for the price. Safe for threads. */
final class Pricing {
    private final Meters meters;
    private final ReplayStore store;
    private final int capacity;

    /**
     * @param capacity claims that fit into the store
     */
    Pricing(Meters meters, ReplayStore store, int capacity) {
        this.meters = meters;
        this.store = store;
        this.capacity = capacity;
    }

    /** How much came of late. */
    Traffic traffic(ClientAddress client) {
        return new Traffic(meters.flood().rates(client), meters.load().load());
    }

    /**
     * The grounds and the price of a challenge that a client asks for outright: the ordinary one of that level, but above
     * the first no less than the cheapest that the policy asks for it. Else who was once asked a rule's price for a pass
     * would renew it below that for good (A04).
     */
    Findings price(GateTerms terms, Level level, RequestFacts facts) {
        Findings findings = Findings.NONE.suspected(HeaderSignals.read(facts)).measured(traffic(facts.client()));
        return findings.priced(price(terms, demand(terms, level), facts.client(), findings));
    }

    private static Demand demand(GateTerms terms, Level level) {
        Demand ordinary = Demand.of(level);
        return terms.policy()
                .demands()
                .filter(demand -> level != Level.ONE && demand.level().reaches(level))
                .min(Comparator.comparingLong(demand -> alone(terms, wanted(demand), Share.NONE)))
                .filter(least -> alone(terms, wanted(least), Share.NONE) > alone(terms, wanted(ordinary), Share.NONE))
                .orElse(ordinary);
    }

    private static Wanted wanted(Demand demand) {
        return new Wanted(demand.level(), demand.workFactor(), demand.bits());
    }

    /** What a challenge costs this client now, by what was found about its request. */
    Price price(GateTerms terms, Demand demand, ClientAddress client, Findings findings) {
        Traffic traffic = findings.traffic().orElseGet(() -> traffic(client));
        Rates rates = traffic.rates();
        FloodTerms limits = terms.flood();
        Proofs proofs = meters.flood().proofs(client);
        Share own = new Share(rates.client(), limits.clientPerMinute(), proofs.client(), proofs.clientSpent());
        Share wider = new Share(rates.wider(), limits.widerPerMinute(), proofs.wider(), proofs.widerSpent());
        Circumstances circumstances =
                new Circumstances(findings.score(), own, wider, urgency(traffic.load()), replays(client));
        return DifficultyController.price(terms.difficulty(), wanted(demand), circumstances);
    }

    /** What a challenge would cost this client now by what it has redeemed and spent, and by nothing else; in hashes. */
    long ownWork(GateTerms terms, ClientAddress client) {
        Proofs proofs = meters.flood().proofs(client);
        return alone(terms, Wanted.ORDINARY, new Share(0, 1, proofs.client(), proofs.clientSpent()));
    }

    /** What is wanted, where nothing but this share makes it dearer; in hashes. */
    private static long alone(GateTerms terms, Wanted wanted, Share own) {
        Circumstances alone = new Circumstances(0, own, Share.NONE, Urgency.CALM, ReplayFill.EMPTY);
        return DifficultyController.price(terms.difficulty(), wanted, alone)
                .difficulty()
                .work();
    }

    private ReplayFill replays(ClientAddress client) {
        double told = store.fill();
        // A store of others may say anything, and a price must not throw.
        double fill = told > 0 ? Math.min(1, told) : 0;
        double live = fill * capacity;
        return new ReplayFill(fill, live < 1 ? 0 : Math.min(1, meters.flood().mostClaims(client) / live));
    }

    private static Urgency urgency(Load load) {
        LoadStage stage = load.stage();
        return switch (stage) {
            case CALM -> Urgency.CALM;
            case RAISED -> Urgency.RAISED;
            case HIGH -> Urgency.HIGH;
            case EMERGENCY -> Urgency.EMERGENCY;
        };
    }
}
