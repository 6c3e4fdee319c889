package dev.stile.protocol;

import java.security.MessageDigest;
import java.util.Arrays;

/**
 * What an operator keeps secret and all keys are derived from (PROTOCOL §11). Its bytes leave this package in no way,
 * not by {@link #toString()} either.
 */
public final class Secret {
    /** Fewest bytes of a secret: the strength of HMAC-SHA-256 (RFC 2104 §3). */
    public static final int MIN_LENGTH_BYTES = 32;

    private final byte[] bytes;

    private Secret(byte[] bytes) {
        this.bytes = bytes;
    }

    /**
     * A secret of these bytes, which are copied.
     *
     * @throws IllegalArgumentException if there are fewer than {@value #MIN_LENGTH_BYTES}
     */
    public static Secret of(byte[] bytes) {
        if (bytes.length < MIN_LENGTH_BYTES) {
            throw new IllegalArgumentException("a secret has 32 bytes or more, but this one has " + bytes.length);
        }
        return new Secret(bytes.clone());
    }

    /**
     * Whether these bytes are the secret. Digests are compared, in a time that tells neither where the two differ nor
     * how long the secret is.
     */
    public boolean matches(byte[] candidate) {
        return MessageDigest.isEqual(Sha256.of(bytes), Sha256.of(candidate));
    }

    byte[] bytes() {
        return bytes.clone();
    }

    /** Whether both are the same secret. Compared at the operator's start only, so not in constant time. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Secret secret && Arrays.equals(bytes, secret.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return "Secret(" + bytes.length + " bytes)";
    }
}
