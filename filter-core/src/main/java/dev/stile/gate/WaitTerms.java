package dev.stile.gate;

import dev.stile.budget.BudgetTerms;

/**
 * How visitors get in who can do no work.
 *
 * @param seconds how long they wait, 1 to {@value #MAX_SECONDS}
 * @param budget what the one pass buys that all visitors of a network get in a period, 1 to {@value #MAX_REQUESTS} requests
 */
public record WaitTerms(int seconds, BudgetTerms budget) {
    /** Nobody stays longer before a page that does nothing. */
    public static final int MAX_SECONDS = 60;
    /** A third of what a proof buys by default. */
    public static final int MAX_REQUESTS = 100;

    /** Long enough to keep somebody from waiting for each page, short enough to stay. */
    public static final int DEFAULT_SECONDS = 5;
    /** Two pages a minute. */
    public static final int DEFAULT_REQUESTS = 20;

    public WaitTerms {
        if (seconds < 1 || seconds > MAX_SECONDS) {
            throw new IllegalArgumentException("seconds must be 1 to " + MAX_SECONDS + ", but are " + seconds);
        }
        if (budget.requests() > MAX_REQUESTS) {
            throw new IllegalArgumentException(
                    "requests must be 1 to " + MAX_REQUESTS + ", but are " + budget.requests());
        }
    }

    /** A wait of these seconds for these requests. */
    public static WaitTerms of(int seconds, int requests) {
        return new WaitTerms(seconds, BudgetTerms.waited(requests));
    }
}
