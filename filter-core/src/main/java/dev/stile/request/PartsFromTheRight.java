package dev.stile.request;

import java.util.Iterator;
import java.util.NoSuchElementException;

/**
 * The parts of a header's value between separators, the last one first, without the white space around them. A
 * separator inside a quoted string separates nothing (RFC 9110 §5.6.4).
 *
 * <p>Read from the right, what a proxy has appended is read right whatever stands before it: a quote that a client
 * opened and never closed swallows nothing. Each part costs time in proportion to its length. For one thread.
 */
final class PartsFromTheRight implements Iterator<String> {
    private final String text;
    private final char separator;
    /** Where the next part ends; -1 after the first of the text. */
    private int end;

    PartsFromTheRight(String text, char separator) {
        this.text = text;
        this.separator = separator;
        this.end = text.length();
    }

    @Override
    public boolean hasNext() {
        return end >= 0;
    }

    @Override
    public String next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        int at = end - 1;
        while (at >= 0 && text.charAt(at) != separator) {
            at = (text.charAt(at) == '"' ? openingQuote(at) : at) - 1;
        }
        int before = Math.max(at, -1);
        String part = text.substring(before + 1, end).strip();
        end = before;
        return part;
    }

    /** Where the quoted string begins that ends at {@code closing}; -1 if nowhere. */
    private int openingQuote(int closing) {
        int quote = text.lastIndexOf('"', closing - 1);
        while (quote >= 0 && isEscaped(quote)) {
            quote = text.lastIndexOf('"', quote - 1);
        }
        return quote;
    }

    private boolean isEscaped(int quote) {
        int start = quote;
        while (start > 0 && text.charAt(start - 1) == '\\') {
            start--;
        }
        return (quote - start) % 2 == 1;
    }
}
