package dev.stile.budget;

/**
 * What a pass buys besides time.
 *
 * @param requests how many requests, where a sub-resource of a page counts an eighth; 1 to {@value #MAX_REQUESTS}
 * @param overdraft how many requests sub-resources may take beyond, so that no page breaks in the middle; 0 to
 *     {@value #MAX_OVERDRAFT}
 */
public record BudgetTerms(int requests, int overdraft) {
    /** Most requests that a pass can buy: with the overdraft, their eighths fit into the 16 bits of a count. */
    public static final int MAX_REQUESTS = 6_000;

    /** A quarter of them. */
    public static final int MAX_OVERDRAFT = MAX_REQUESTS / 4;

    /** Fewest requests that sub-resources may overdraw: 400 files, more than a page has. */
    private static final int MIN_OVERDRAFT = 50;

    /** The same where the budget is many visitors' and nobody has worked for it: 40 files, one page of most sites. */
    private static final int MIN_WAITED_OVERDRAFT = 5;

    /** See {@code docs/cost-model.md}. */
    public static final BudgetTerms DEFAULT = worked(300);

    public BudgetTerms {
        if (requests < 1 || requests > MAX_REQUESTS) {
            throw new IllegalArgumentException("requests must be 1 to " + MAX_REQUESTS + ", but are " + requests);
        }
        if (overdraft < 0 || overdraft > MAX_OVERDRAFT) {
            throw new IllegalArgumentException("overdraft must be 0 to " + MAX_OVERDRAFT + ", but is " + overdraft);
        }
    }

    /** The terms of a pass that was worked for. */
    public static BudgetTerms worked(int requests) {
        return new BudgetTerms(requests, Math.max(requests / 4, MIN_OVERDRAFT));
    }

    /** The terms of a pass that was waited for. */
    public static BudgetTerms waited(int requests) {
        return new BudgetTerms(requests, Math.max(requests / 4, MIN_WAITED_OVERDRAFT));
    }
}
