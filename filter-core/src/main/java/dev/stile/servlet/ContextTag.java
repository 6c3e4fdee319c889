package dev.stile.servlet;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Makes T, which tells the cookies of applications on one host apart (PROTOCOL §12). */
final class ContextTag {
    private static final int LENGTH_BYTES = 4;

    private ContextTag() {}

    static String of(String contextPath) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(contextPath.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, LENGTH_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
