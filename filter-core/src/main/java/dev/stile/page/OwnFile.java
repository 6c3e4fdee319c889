package dev.stile.page;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.GZIPOutputStream;

/**
 * A file of an operator that browsers fetch.
 *
 * @param hashedName under which it is served; it follows from the content
 */
record OwnFile(String hashedName, BrowserFile file) {
    /** As long as in the names of our own files. */
    private static final int HASH_BYTES = 5;

    /**
     * @param name as in the folder, with an extension
     * @param contentType MIME type with charset
     */
    static OwnFile of(String name, String contentType, byte[] content) {
        int dot = name.lastIndexOf('.');
        String hashed = name.substring(0, dot) + "-" + hash(content) + name.substring(dot);
        return new OwnFile(hashed, new BrowserFile(contentType, content, gzip(content)));
    }

    private static String hash(byte[] content) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(content);
            return HexFormat.of().formatHex(digest, 0, HASH_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static byte[] gzip(byte[] content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException("memory can be written", e);
        }
        return bytes.toByteArray();
    }
}
