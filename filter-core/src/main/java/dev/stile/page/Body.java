package dev.stile.page;

import dev.stile.request.FormBody;
import java.io.ByteArrayOutputStream;
import java.util.Iterator;
import java.util.stream.Stream;

/**
 * The body of an answer in pieces. Where a form stands in it, its base64 is made as it is asked for, so that a page
 * never needs a multiple of the memory that the form does. Its bytes are shared and must not be written to.
 */
final class Body implements Iterable<byte[]> {
    private static final byte[] NOTHING = {};
    private static final FormBody NO_FORM = FormBody.of(NOTHING);

    private final byte[] before;
    private final FormBody form;
    private final byte[] after;

    private Body(byte[] before, FormBody form, byte[] after) {
        this.before = before;
        this.form = form;
        this.after = after;
    }

    static Body of(byte[] bytes) {
        return new Body(bytes, NO_FORM, NOTHING);
    }

    /** A form's base64 between two texts. */
    static Body around(byte[] before, FormBody form, byte[] after) {
        return new Body(before, form, after);
    }

    int lengthBytes() {
        return before.length + form.base64LengthBytes() + after.length;
    }

    /** All of it as one. */
    byte[] bytes() {
        ByteArrayOutputStream whole = new ByteArrayOutputStream(lengthBytes());
        forEach(whole::writeBytes);
        return whole.toByteArray();
    }

    @Override
    public Iterator<byte[]> iterator() {
        // Containers close an answer once its length is written: nothing, not even an empty piece, may follow.
        Iterator<byte[]> texts =
                Stream.of(before, after).filter(text -> text.length > 0).iterator();
        Iterator<byte[]> base64 = form.base64();
        return new Iterator<>() {
            private boolean begun;

            @Override
            public boolean hasNext() {
                return texts.hasNext();
            }

            @Override
            public byte[] next() {
                boolean inForm = begun && base64.hasNext();
                begun = true;
                return inForm ? base64.next() : texts.next();
            }
        };
    }
}
