package dev.stile.wire;

/** PROTOCOL §5. */
public enum ChallengeField {
    VERSION,
    KEY_ID,
    ALGORITHM,
    PURPOSE,
    BITS,
    ROUNDS,
    LEVEL,
    PERIOD,
    LIFETIME,
    BINDING,
    HOST_LENGTH,
    HOST,
    IV_SERVER,
    TIME
}
