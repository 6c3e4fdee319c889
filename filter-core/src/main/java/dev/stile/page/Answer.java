package dev.stile.page;

import dev.stile.protocol.SignedPass;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * One HTTP answer, ready to be written by whatever serves it. Immutable; the body is shared and must not be written to.
 */
public final class Answer {
    private final int status;
    private final Body body;
    private final Map<String, String> headers;
    private final Optional<SignedPass> pass;

    private Answer(int status, Body body, Map<String, String> headers, Optional<SignedPass> pass) {
        this.status = status;
        this.body = body;
        this.headers = Collections.unmodifiableMap(headers);
        this.pass = pass;
    }

    static Answer of(int status, String contentType, byte[] body) {
        return of(status, contentType, Body.of(body));
    }

    static Answer of(int status, String contentType, Body body) {
        return new Answer(status, body, Map.of("Content-Type", contentType), Optional.empty())
                .with("X-Content-Type-Options", "nosniff");
    }

    /** An answer without a body, such as 204, 303 and 304. */
    static Answer empty(int status) {
        return new Answer(status, Body.of(new byte[0]), Map.of(), Optional.empty());
    }

    Answer with(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new Answer(status, body, more, pass);
    }

    Answer withPass(Optional<SignedPass> fresh) {
        return new Answer(status, body, headers, fresh);
    }

    /** HTTP status. */
    public int status() {
        return status;
    }

    /**
     * The body in pieces: a page with a form is large, and is made as it is written. Empty where the status allows no body,
     * or leads elsewhere.
     */
    public Iterable<byte[]> pieces() {
        return body;
    }

    /** Length of the body. */
    public int lengthBytes() {
        return body.lengthBytes();
    }

    /** The whole body as one. */
    public byte[] body() {
        return body.bytes();
    }

    /**
     * Headers with one value each, {@code Content-Type} among them where there is a body; no client's words, but in
     * {@code Location} a target, which can hold no line's end.
     */
    public Map<String, String> headers() {
        return headers;
    }

    /** The pass to set, if any. */
    public Optional<SignedPass> pass() {
        return pass;
    }
}
