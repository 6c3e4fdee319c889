package dev.stile.budget;

/**
 * What a pass buys besides time.
 *
 * @param requests how many requests, where a sub-resource of a page counts an eighth; 1 to {@value #MAX_REQUESTS}
 */
public record BudgetTerms(int requests) {
    /** Most requests that a pass can buy: with the overdraft, their eighths fit into the 16 bits of a count. */
    public static final int MAX_REQUESTS = 6_000;

    /** See {@code docs/cost-model.md}. */
    public static final BudgetTerms DEFAULT = new BudgetTerms(300);

    /** Fewest requests that sub-resources may overdraw: 400 files, more than a page has. */
    private static final int MIN_OVERDRAFT = 50;

    public BudgetTerms {
        if (requests < 1 || requests > MAX_REQUESTS) {
            throw new IllegalArgumentException("requests must be 1 to " + MAX_REQUESTS + ", but are " + requests);
        }
    }

    /** How many requests sub-resources may take beyond the budget, so that no page breaks in the middle. */
    public int overdraft() {
        return Math.max(requests / 4, MIN_OVERDRAFT);
    }
}
