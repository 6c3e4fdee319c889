package dev.stile.demo.archive;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What a visitor searches for: words that all must occur, in any order, also inside longer words. Capitals and the
 * shape of quotes and dashes do not matter.
 *
 * @param text what was typed, stripped and cut to {@link #MAX_LENGTH} characters
 */
public record Query(String text) {

    /** More than anybody types, and little enough to search a small archive for. */
    public static final int MAX_LENGTH = 100;

    private static final int MAX_TERMS = 8;
    private static final Pattern WHITE_SPACE = Pattern.compile("\\s+");

    public Query {
        text = text.strip();
        text = text.substring(0, Math.min(text.length(), MAX_LENGTH)).strip();
    }

    public boolean isEmpty() {
        return text.isEmpty();
    }

    /** The words to find, folded; at most {@value #MAX_TERMS}, the rest is left out. */
    List<String> terms() {
        return Arrays.stream(WHITE_SPACE.split(fold(text)))
                .filter(term -> !term.isEmpty())
                .distinct()
                .limit(MAX_TERMS)
                .toList();
    }

    /**
     * Makes small letters and plain quotes, character by character: positions in the result are positions in the text.
     */
    static String fold(String text) {
        StringBuilder folded = new StringBuilder(text.length());
        for (int position = 0; position < text.length(); position++) {
            folded.append(fold(text.charAt(position)));
        }
        return folded.toString();
    }

    private static char fold(char character) {
        return switch (character) {
            case '‘', '’' -> '\'';
            case '“', '”' -> '"';
            case '–', '—' -> '-';
            default -> Character.toLowerCase(character);
        };
    }
}
