package dev.stile.request;

import java.util.Locale;

/** What became of the body of a challenged {@code POST} that a browser shows the answer of. */
public sealed interface SentForm {
    /** The request is no such one. */
    SentForm NONE = new None();

    /** Longest Content-Type that is kept: a boundary has at most 70 characters (RFC 2046 §5.1.1). */
    int MAX_TYPE_LENGTH = 256;

    /** There is nothing to send again. */
    record None() implements SentForm {}

    /**
     * The whole body, which the page sends again after the proof.
     *
     * @param contentType as the client sent it: printable ASCII, of a form, at most {@value #MAX_TYPE_LENGTH} characters
     * @param body at most as long as the operator allows
     */
    record Kept(String contentType, FormBody body) implements SentForm {}

    /** It is not sent again, and the page says so before any work. */
    record NotKept(Reason reason) implements SentForm {}

    /** Why a body is not sent again. */
    enum Reason {
        /** Nothing shows that it came from this origin: to send it again would lend it this origin's name (A44). */
        FOREIGN,
        /** It is over the limit. */
        LARGE,
        /** It is no form, it did not come whole or in time, or too many are being kept. */
        UNKEPT;

        /** The word for it in the message tables, such as {@code large}. */
        public String token() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
