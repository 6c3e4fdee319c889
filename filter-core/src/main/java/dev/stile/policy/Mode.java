package dev.stile.policy;

/** How the gate behaves towards pages that are neither exempt nor always challenged. */
public enum Mode {
    /** Suspicious requests are challenged. */
    SUSPICIOUS,
    /** Every request without a pass is challenged. */
    ALWAYS,
    /** Decides as {@link #SUSPICIOUS} does and records it, but lets everything through. */
    MONITOR,
    /** Does nothing at all. */
    OFF
}
