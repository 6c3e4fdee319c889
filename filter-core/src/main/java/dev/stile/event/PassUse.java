package dev.stile.event;

import java.util.List;
import java.util.Optional;

/**
 * What became of the passes that a request showed.
 *
 * @param valid whether one of them counts
 * @param refusals why others are not believed, tokens of PROTOCOL §10, in the order shown
 * @param networkChanged whether the valid one was issued to another network
 * @param budget what is used of the valid one; empty where that is not known
 */
public record PassUse(boolean valid, List<String> refusals, boolean networkChanged, Optional<Budget> budget) {
    /** No pass was shown, or none looked at. */
    public static final PassUse NONE = new PassUse(false, List.of(), false, Optional.empty());

    public PassUse {
        refusals = List.copyOf(refusals);
    }

    /**
     * How much of a pass is used.
     *
     * @param used requests, where a sub-resource of a page counts an eighth
     * @param requests what the pass buys
     */
    public record Budget(double used, int requests) {}
}
