package dev.stile.page;

import java.util.Optional;

/**
 * One file that browsers fetch, as it is sent. Either its name holds a hash of its content, so that it never changes, or
 * it has a tag by which a browser learns whether it did. Immutable; the arrays are shared and must not be written to.
 */
public final class BrowserFile {
    private final String contentType;
    private final byte[] plain;
    private final byte[] gzip;
    private final Optional<String> tag;

    /** A file whose name holds a hash. */
    BrowserFile(String contentType, byte[] plain, byte[] gzip) {
        this(contentType, plain, gzip, Optional.empty());
    }

    BrowserFile(String contentType, byte[] plain, byte[] gzip, Optional<String> tag) {
        this.contentType = contentType;
        this.plain = plain;
        this.gzip = gzip;
        this.tag = tag;
    }

    /** MIME type with charset. */
    String contentType() {
        return contentType;
    }

    boolean isImage() {
        return contentType.startsWith("image/");
    }

    /** Names this version of the content, in hex digits; empty where the file's own name does. */
    Optional<String> tag() {
        return tag;
    }

    /** The content. */
    byte[] plain() {
        return plain;
    }

    /** The content, compressed beforehand. */
    byte[] gzip() {
        return gzip;
    }
}
