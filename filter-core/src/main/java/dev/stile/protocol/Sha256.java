package dev.stile.protocol;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.Provider;
import java.security.Security;

/** SHA-256 (FIPS 180-4) of the platform. */
public final class Sha256 {
    private static final String NAME = "SHA-256";

    private Sha256() {}

    /** The 32 bytes of the digest. */
    public static byte[] of(byte[] input) {
        return digest().digest(input);
    }

    /** A digest that can be cloned: the platform's own can, and is taken where one that cannot stands before it. */
    static MessageDigest cloneable() {
        for (Provider provider : Security.getProviders("MessageDigest." + NAME)) {
            try {
                MessageDigest digest = MessageDigest.getInstance(NAME, provider);
                return (MessageDigest) digest.clone();
            } catch (NoSuchAlgorithmException | CloneNotSupportedException e) {
                // The next may have one.
            }
        }
        throw new IllegalStateException("no provider has a SHA-256 that can be cloned");
    }

    static MessageDigest digest() {
        try {
            return MessageDigest.getInstance(NAME);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
