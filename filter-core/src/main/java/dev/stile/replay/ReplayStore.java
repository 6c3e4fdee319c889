package dev.stile.replay;

/**
 * Remembers which proofs have been redeemed, so that each counts once (PROTOCOL §9 V11).
 *
 * <p>The gate takes the first that {@link java.util.ServiceLoader} finds in the application, else {@link
 * InMemoryReplayStore}.
 *
 * <p>For implementers: {@link #claim} is one atomic step, never a look-up and then a mark; of any number of threads or
 * nodes that claim one key, exactly one is told {@link Claim#FIRST}. A claim is never forgotten while it is live: a
 * store that has no room says {@link Claim#UNAVAILABLE}. So it does where {@code until} is past, for such a claim may
 * have been made before and forgotten since. Called on request threads by many at once; it must answer within a bounded
 * time and must not throw: what it throws ends the request with the container's error,
 * and grants nothing. {@code ReplayStoreContract}, in the tests of this module, is the contract in code.
 */
public interface ReplayStore {

    /**
     * Claims a key, unless it is claimed already.
     *
     * @param key what to claim
     * @param until the last second since the Unix epoch in which the claim must still be known
     */
    Claim claim(ReplayKey key, long until);

    /**
     * Whether claims survive the end of this process. Where they don't, a restart voids all challenges instead
     * (PROTOCOL §11).
     */
    boolean outlivesProcess();

    /**
     * How full the store is, 0 to 1: from half full on, the price of challenges rises. A store that cannot tell at once,
     * from memory, says 0.
     */
    default double fill() {
        return 0;
    }
}
