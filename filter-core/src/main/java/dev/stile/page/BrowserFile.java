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
    private final boolean compilesWebAssembly;

    /** A file whose name holds a hash. */
    BrowserFile(String contentType, byte[] plain, byte[] gzip) {
        this(contentType, plain, gzip, Optional.empty(), false);
    }

    BrowserFile(String contentType, byte[] plain, byte[] gzip, Optional<String> tag, boolean compilesWebAssembly) {
        this.contentType = contentType;
        this.plain = plain;
        this.gzip = gzip;
        this.tag = tag;
        this.compilesWebAssembly = compilesWebAssembly;
    }

    /** MIME type with charset. */
    String contentType() {
        return contentType;
    }

    boolean isImage() {
        return contentType.startsWith("image/");
    }

    /** Whether it is a script that brings WebAssembly along, for which a policy needs a word of its own. */
    boolean compilesWebAssembly() {
        return compilesWebAssembly;
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
