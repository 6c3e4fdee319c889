package dev.stile.demo.scraper;

import java.time.Duration;

/**
 * What came of some requests. All of it adds up.
 *
 * @param pages pages that were got
 * @param challenges challenges that were met instead of a page
 * @param asked tries that these challenges asked for, together
 * @param tries tries that were made
 * @param solving time that was spent on them, on one core
 * @param proofs proofs that were redeemed for a pass
 * @param spent passes that were worth nothing any more when they were shown
 * @param pagesOfSpent pages that these had bought
 * @param refusals other answers than pages, challenges and passes
 * @param failures requests without an answer
 */
public record Counts(
        int pages,
        int challenges,
        long asked,
        long tries,
        Duration solving,
        int proofs,
        int spent,
        int pagesOfSpent,
        int refusals,
        int failures) {

    /** Nothing happened. */
    public static final Counts NONE = new Counts(0, 0, 0, 0, Duration.ZERO, 0, 0, 0, 0, 0);

    static final Counts PAGE = new Counts(1, 0, 0, 0, Duration.ZERO, 0, 0, 0, 0, 0);
    static final Counts PROOF = new Counts(0, 0, 0, 0, Duration.ZERO, 1, 0, 0, 0, 0);
    static final Counts REFUSAL = new Counts(0, 0, 0, 0, Duration.ZERO, 0, 0, 0, 1, 0);
    static final Counts FAILURE = new Counts(0, 0, 0, 0, Duration.ZERO, 0, 0, 0, 0, 1);

    static Counts challenge(long asked) {
        return new Counts(0, 1, asked, 0, Duration.ZERO, 0, 0, 0, 0, 0);
    }

    static Counts work(int tries, Duration solving) {
        return new Counts(0, 0, 0, tries, solving, 0, 0, 0, 0, 0);
    }

    static Counts spentPass(int pages) {
        return new Counts(0, 0, 0, 0, Duration.ZERO, 0, 1, pages, 0, 0);
    }

    /** Both together. */
    public Counts plus(Counts other) {
        return new Counts(
                pages + other.pages,
                challenges + other.challenges,
                asked + other.asked,
                tries + other.tries,
                solving.plus(other.solving),
                proofs + other.proofs,
                spent + other.spent,
                pagesOfSpent + other.pagesOfSpent,
                refusals + other.refusals,
                failures + other.failures);
    }
}
