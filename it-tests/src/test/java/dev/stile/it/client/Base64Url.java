package dev.stile.it.client;

import java.util.Base64;

/** Bytes as text in the one form of PROTOCOL §1.2. */
public final class Base64Url {

    private Base64Url() {}

    public static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /**
     * The bytes of a text in canonical form.
     *
     * @throws UnusableChallengeException ({@link Rule#MALFORMED}) on padding, alien characters, a length of 4n+1, or
     *     unused low bits that are not zero
     */
    public static byte[] decode(String text) {
        byte[] bytes;
        try {
            bytes = Base64.getUrlDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            throw new UnusableChallengeException(Rule.MALFORMED, e.getMessage());
        }
        // The JDK takes padding and ignores unused bits; only the canonical text comes back as it went in.
        if (!encode(bytes).equals(text)) {
            throw new UnusableChallengeException(Rule.MALFORMED, "not the canonical text of its bytes");
        }
        return bytes;
    }
}
