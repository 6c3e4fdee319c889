package dev.stile.policy;

import dev.stile.request.RequestFacts;
import java.util.function.BiPredicate;

/**
 * Tells whether a request comes from the crawler that it names. Blocks never. Safe for threads if both predicates are.
 *
 * @param named whether a User-Agent is this crawler's, such as {@code googlebot}: asked once for each agent
 * @param verified whether a request that is so named is known to come from it; false while that is being found out
 */
public record Crawlers(BiPredicate<String, String> named, BiPredicate<String, RequestFacts> verified) {
    /** Whether a client says that it is this crawler. */
    public boolean isNamed(String crawler, String userAgent) {
        return named.test(crawler, userAgent);
    }

    /** Whether a request is known to come from this crawler. */
    public boolean isVerified(String crawler, RequestFacts facts) {
        return verified.test(crawler, facts);
    }
}
