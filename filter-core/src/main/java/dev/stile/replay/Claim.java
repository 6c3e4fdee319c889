package dev.stile.replay;

/** What a {@link ReplayStore} answers to a claim. */
public enum Claim {
    /** Nobody has claimed this before, and from now on it is claimed: the one answer that may lead to a grant. */
    FIRST,
    /** Somebody has claimed this before. */
    SEEN,
    /** The store cannot tell, because it is full or out of reach; nothing was claimed. */
    UNAVAILABLE
}
