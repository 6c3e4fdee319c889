package dev.stile.wire;

/** PROTOCOL §8. */
public enum ProofField {
    CHALLENGE_LENGTH,
    CHALLENGE,
    TARGET_LENGTH,
    TARGET,
    IV_CLIENT,
    MESSAGE_HASH,
    N,
    COUNTERS
}
