package dev.stile.protocol;

import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** HMAC-SHA-256 (RFC 2104) under one key. Safe for threads: each tag is computed on a clone of the keyed state. */
final class Hmac {
    static final int LENGTH_BYTES = 32;
    private static final String NAME = "HmacSHA256";

    private final Mac keyed;

    Hmac(byte[] key) {
        try {
            keyed = Mac.getInstance(NAME);
            keyed.init(new SecretKeySpec(key, NAME));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + NAME, e);
        }
    }

    byte[] tag(byte[] input) {
        return tag(input, 0, input.length);
    }

    byte[] tag(byte[] input, int offset, int length) {
        try {
            Mac mac = (Mac) keyed.clone();
            mac.update(input, offset, length);
            return mac.doFinal();
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("the JDK's own HMAC can be cloned; another provider stands before it", e);
        }
    }
}
