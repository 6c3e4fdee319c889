package dev.stile.policy;

/** What the rules say of a request before anything else about it is known. */
public enum Ruling {
    /** Let through, whoever asks. */
    EXEMPT,
    /** Let through with a pass only. */
    ALWAYS,
    /** Let through with a pass, or while suspicion is below the threshold. */
    BY_SUSPICION
}
