package dev.stile.demo.archive;

import java.util.List;
import java.util.stream.Collectors;

/**
 * One word and what the book says of it.
 *
 * @param headword the word as printed, in capitals
 * @param slug the word's name in addresses, see {@link Slug}
 * @param grammar the part of speech, for instance {@code v.t.}; empty where the book gives none
 * @param passages the text, at least one passage, in order
 */
public record Entry(String headword, String slug, String grammar, List<Passage> passages) {

    public Entry {
        if (headword.isBlank()) {
            throw new IllegalArgumentException("headword is blank");
        }
        if (passages.isEmpty()) {
            throw new IllegalArgumentException("entry " + headword + " has no text");
        }
        passages = List.copyOf(passages);
    }

    /** The letter under which the book lists the entry, {@code A} to {@code Z}. */
    public char letter() {
        return headword.charAt(0);
    }

    /** The whole text on one line, without marks: what search looks at and excerpts show. */
    public String plainText() {
        return passages.stream().map(passage -> Inline.plain(passage.text())).collect(Collectors.joining(" "));
    }
}
