package dev.stile.budget;

/**
 * What a pass buys besides time.
 *
 * @param requests how many requests, where a sub-resource of a page counts an eighth; 1 to 1,000,000
 */
public record BudgetTerms(int requests) {
    /** See {@code docs/cost-model.md}. */
    public static final BudgetTerms DEFAULT = new BudgetTerms(300);

    public BudgetTerms {
        if (requests < 1 || requests > 1_000_000) {
            throw new IllegalArgumentException("requests must be 1 to 1000000, but are " + requests);
        }
    }
}
