package dev.stile.policy;

import dev.stile.request.RequestFacts;

/** Tells whether a request comes from the crawler that it names. Blocks never. Safe for threads. */
@FunctionalInterface
public interface Crawlers {
    /** Believes nobody. */
    Crawlers NONE = (crawler, facts) -> false;

    /**
     * Whether a request is known to come from this crawler; false while that is being found out.
     *
     * @param crawler such as {@code googlebot}
     */
    boolean isVerified(String crawler, RequestFacts facts);
}
