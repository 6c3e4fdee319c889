package dev.stile.difficulty;

import dev.stile.difficulty.Price.Factor;
import java.util.List;

/**
 * Makes the price of a challenge from what the operator wants and what the circumstances are. A pure function: no state,
 * clock or I/O. How the figures were found is in {@code docs/difficulty.md}.
 */
public final class DifficultyController {
    /** Redeemed proofs that cost one client nothing extra: a household, or a phone's network address among others. */
    static final double CLIENT_FREE_PROOFS = 8;

    /** The same of a wider prefix. */
    static final double WIDER_FREE_PROOFS = 64;

    /** Spent passes that double a wider prefix's price; a client's price is doubled by each. */
    static final double WIDER_SPENT_TO_DOUBLE = 8;

    /** What a wider prefix may take, as a factor, before it pays while nothing is raised. */
    static final double WIDER_FREE_WHILE_CALM = 4;

    /** Beyond this nothing gets dearer: no cap is as high, and the product stays finite. */
    private static final double MAX_FACTOR = 0x1p32;

    private DifficultyController() {}

    /**
     * The price: at least what is wanted, at most {@link DifficultyTerms#maxWork}. Below an emergency circumstances
     * raise it to {@link DifficultyTerms#ordinaryWork} at most, except for prefixes that spend passes.
     */
    public static Price price(DifficultyTerms terms, Wanted wanted, Circumstances circumstances) {
        List<Factor> factors = List.of(
                new Factor(Cause.BITS, wanted.bitsFactor(terms.base())),
                new Factor(Cause.LEVEL, wanted.levelFactor()),
                new Factor(Cause.RULE, wanted.workFactor()),
                new Factor(Cause.SUSPICION, 1 + circumstances.suspicion() / 100.0),
                new Factor(Cause.CLIENT_REQUESTS, circumstances.client().rate()),
                new Factor(Cause.CLIENT_PROOFS, proofs(circumstances.client(), CLIENT_FREE_PROOFS)),
                new Factor(Cause.CLIENT_SPENT, doubled(circumstances.client().spent())),
                new Factor(Cause.WIDER, wider(circumstances)),
                new Factor(Cause.REPLAY_SHARE, circumstances.replays().holders()),
                new Factor(Cause.LOAD, circumstances.urgency().everybody()),
                new Factor(Cause.REPLAY_FILL, circumstances.replays().everybody()));
        double product = factors.stream().mapToDouble(Factor::value).reduce(1, (a, b) -> Math.min(MAX_FACTOR, a * b));
        double asked = terms.base().work() * product;
        double affordable = Math.min(cap(terms, wanted, circumstances), asked);
        return new Price(
                FineSteps.below(affordable, wanted.least(terms.base())),
                factors.stream().filter(factor -> factor.value() != 1).toList(),
                affordable < asked);
    }

    private static double proofs(Share share, double free) {
        return Math.max(1, share.proofs() / free);
    }

    private static double doubled(double times) {
        return Math.min(MAX_FACTOR, Math.pow(2, times));
    }

    /** While all is calm a wider prefix pays only for what is far above its allowance: neighbours are not its fault. */
    private static double wider(Circumstances circumstances) {
        Share wider = circumstances.wider();
        double share = wider.rate() * proofs(wider, WIDER_FREE_PROOFS) * doubled(wider.spent() / WIDER_SPENT_TO_DOUBLE);
        double free = circumstances.urgency() == Urgency.CALM ? WIDER_FREE_WHILE_CALM : 1;
        return Math.min(MAX_FACTOR, Math.max(1, share / free));
    }

    /**
     * What a rule says is its operator's word and is not cut, but for {@code maxWork}. Whoever spends more passes than
     * they keep has the cap of ordinary visitors doubled for each pass more; many people behind one address keep most
     * of theirs, and one greedy program among them does not make it dear for all (A29).
     */
    private static double cap(DifficultyTerms terms, Wanted wanted, Circumstances circumstances) {
        double word =
                terms.base().work() * wanted.bitsFactor(terms.base()) * wanted.levelFactor() * wanted.workFactor();
        double greed =
                Math.max(circumstances.client().greed(), circumstances.wider().greed() / WIDER_SPENT_TO_DOUBLE);
        double most = terms.maxWork();
        double ordinary = circumstances.isEmergency() ? most : terms.ordinaryWork() * doubled(Math.max(0, greed));
        return Math.min(most, Math.max(word, ordinary));
    }
}
