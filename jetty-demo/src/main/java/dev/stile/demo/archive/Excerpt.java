package dev.stile.demo.archive;

import java.util.ArrayList;
import java.util.List;

/** The part of a text around the first place where a query is met, with every such place marked. */
public record Excerpt(List<Piece> pieces) {

    private static final int LENGTH = 180;
    private static final int LEAD = 60;

    /** A stretch of the excerpt. */
    public record Piece(String text, boolean marked) {}

    public Excerpt {
        pieces = List.copyOf(pieces);
    }

    static Excerpt of(String text, List<String> terms) {
        String folded = Query.fold(text);
        int first = terms.stream()
                .mapToInt(folded::indexOf)
                .filter(place -> place >= 0)
                .min()
                .orElse(0);
        int from = first <= LEAD ? 0 : wordStart(text, first - LEAD);
        int to = from + LENGTH >= text.length() ? text.length() : wordEnd(text, from + LENGTH);

        List<Piece> pieces = new ArrayList<>();
        append(pieces, from > 0 ? "… " : "", false);
        int done = from;
        for (int place = from; place < to; place++) {
            int length = longestTermAt(folded, place, terms);
            if (length > 0 && place + length <= to) {
                append(pieces, text.substring(done, place), false);
                append(pieces, text.substring(place, place + length), true);
                done = place + length;
                place = done - 1;
            }
        }
        append(pieces, text.substring(done, to), false);
        append(pieces, to < text.length() ? " …" : "", false);
        return new Excerpt(pieces);
    }

    private static int longestTermAt(String folded, int place, List<String> terms) {
        return terms.stream()
                .filter(term -> folded.startsWith(term, place))
                .mapToInt(String::length)
                .max()
                .orElse(0);
    }

    private static void append(List<Piece> pieces, String text, boolean marked) {
        if (!text.isEmpty()) {
            pieces.add(new Piece(text, marked));
        }
    }

    private static int wordStart(String text, int position) {
        return text.lastIndexOf(' ', position) + 1;
    }

    private static int wordEnd(String text, int position) {
        int space = text.indexOf(' ', position);
        return space < 0 ? text.length() : space;
    }
}
