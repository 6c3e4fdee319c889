package dev.stile.page;

/**
 * One file that browsers fetch, as it is sent. Its name holds a hash of its content, so it never changes. Immutable;
 * the arrays are shared and must not be written to.
 */
public final class BrowserFile {
    private final String contentType;
    private final byte[] plain;
    private final byte[] gzip;

    BrowserFile(String contentType, byte[] plain, byte[] gzip) {
        this.contentType = contentType;
        this.plain = plain;
        this.gzip = gzip;
    }

    /** MIME type with charset. */
    String contentType() {
        return contentType;
    }

    boolean isImage() {
        return contentType.startsWith("image/");
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
