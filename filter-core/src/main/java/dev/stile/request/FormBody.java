package dev.stile.request;

import java.util.Arrays;
import java.util.Base64;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/**
 * The body of a form as it came, in pieces, so that neither it nor its base64 ever needs one large array. Its pieces are
 * not copied: who made it writes to them no more.
 */
public final class FormBody {
    /** Length of every piece but the last: a multiple of 3, so that only the last one's base64 is padded. */
    public static final int PIECE_BYTES = 12_288;

    private final List<byte[]> pieces;
    private final int lengthBytes;

    /**
     * @param pieces all but the last of {@link #PIECE_BYTES}
     * @param lengthBytes bytes that count; what the last piece has beyond them does not
     * @throws IllegalArgumentException if the pieces are not as long as that
     */
    public FormBody(List<byte[]> pieces, int lengthBytes) {
        this.pieces = List.copyOf(pieces);
        this.lengthBytes = lengthBytes;
        int needed = (lengthBytes + PIECE_BYTES - 1) / PIECE_BYTES;
        boolean whole = pieces.stream().limit(Math.max(0, needed - 1)).allMatch(piece -> piece.length == PIECE_BYTES);
        if (pieces.size() != needed || !whole || (needed > 0 && lastLength() > pieces.get(needed - 1).length)) {
            throw new IllegalArgumentException(pieces.size() + " pieces do not hold " + lengthBytes + " bytes");
        }
    }

    /** The same bytes in pieces. */
    public static FormBody of(byte[] bytes) {
        int count = (bytes.length + PIECE_BYTES - 1) / PIECE_BYTES;
        byte[][] pieces = new byte[count][];
        Arrays.setAll(
                pieces, i -> Arrays.copyOfRange(bytes, i * PIECE_BYTES, Math.min((i + 1) * PIECE_BYTES, bytes.length)));
        return new FormBody(List.of(pieces), bytes.length);
    }

    /** Length of its base64, in bytes. */
    public int base64LengthBytes() {
        return (lengthBytes + 2) / 3 * 4;
    }

    /** Its base64 (RFC 4648 §4, padded) in ASCII, each piece made when it is asked for. */
    public Iterator<byte[]> base64() {
        return new Iterator<>() {
            private int next;

            @Override
            public boolean hasNext() {
                return next < pieces.size();
            }

            @Override
            public byte[] next() {
                if (!hasNext()) {
                    throw new NoSuchElementException();
                }
                byte[] piece = pieces.get(next++);
                return Base64.getEncoder().encode(hasNext() ? piece : Arrays.copyOf(piece, lastLength()));
            }
        };
    }

    private int lastLength() {
        return lengthBytes - (pieces.size() - 1) * PIECE_BYTES;
    }
}
