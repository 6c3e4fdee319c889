package dev.stile.config;

/** How redeemed proofs are remembered where the application brings no replay store. */
public enum ReplayStoreKind {
    /** In Caffeine: grows with its claims. */
    STANDARD,
    /** In one array, taken at the start. */
    COMPACT
}
