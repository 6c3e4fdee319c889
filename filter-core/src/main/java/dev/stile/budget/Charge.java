package dev.stile.budget;

/** What charging a request to a pass comes to. */
public enum Charge {
    /** The pass had enough left. */
    WITHIN,
    /** It had, but no whole request is left now: once in the life of a pass that is used up. */
    LAST,
    /** It had not, but a page that has begun may finish: a sub-resource on the overdraft. */
    OVERDRAWN,
    /** It has not enough left; nothing was charged. */
    SPENT,
    /** It is in use in too many other networks, and not believed in one more; nothing was charged. */
    SHARED;

    /** Whether the pass is good for the request. */
    public boolean isCovered() {
        return this == WITHIN || this == LAST || this == OVERDRAWN;
    }
}
