package dev.stile.policy;

import dev.stile.request.RequestFacts;
import java.util.function.BiPredicate;

/** Tells whether a request comes from the crawler that it names. Blocks never. Safe for threads. */
@FunctionalInterface
public interface Crawlers {
    /** Believes nobody. */
    Crawlers NONE = (crawler, facts) -> false;

    /**
     * Asks these two.
     *
     * @param named what {@link #isNamed} says
     * @param verified what {@link #isVerified} says
     */
    static Crawlers of(BiPredicate<String, String> named, BiPredicate<String, RequestFacts> verified) {
        return new Crawlers() {
            @Override
            public boolean isNamed(String crawler, String userAgent) {
                return named.test(crawler, userAgent);
            }

            @Override
            public boolean isVerified(String crawler, RequestFacts facts) {
                return verified.test(crawler, facts);
            }
        };
    }

    /**
     * Whether a client may be this crawler by what its User-Agent says, which is remembered: most are none. True where
     * only {@link #isVerified} can tell.
     *
     * @param crawler such as {@code googlebot}
     */
    default boolean isNamed(String crawler, String userAgent) {
        return true;
    }

    /**
     * Whether a request is known to come from this crawler; false while that is being found out.
     *
     * @param crawler such as {@code googlebot}
     */
    boolean isVerified(String crawler, RequestFacts facts);
}
