package dev.stile.demo.archive;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** All entries in the order of the book. Immutable, for use by any number of threads. */
public final class Archive {

    private static final String TEXT = "devils-dictionary.txt";

    private final List<Entry> entries;
    private final Map<String, Integer> positions = new HashMap<>();

    Archive(List<Entry> entries) {
        this.entries = List.copyOf(entries);
        for (int position = 0; position < entries.size(); position++) {
            String slug = entries.get(position).slug();
            if (positions.put(slug, position) != null) {
                throw new IllegalArgumentException("two entries are called " + slug);
            }
        }
    }

    /** The dictionary that travels with the demo. */
    public static Archive bundled() {
        try (InputStream text = Archive.class.getResourceAsStream(TEXT)) {
            if (text == null) {
                throw new IllegalStateException(TEXT + " is missing from the demo's jar");
            }
            return new Archive(
                    ArchiveReader.read(new BufferedReader(new InputStreamReader(text, StandardCharsets.UTF_8))));
        } catch (IOException e) {
            throw new UncheckedIOException(TEXT + " cannot be read", e);
        }
    }

    public List<Entry> entries() {
        return entries;
    }

    /** Finds the entry of that name; capitals and small letters are the same. */
    public Optional<Entry> find(String slug) {
        return at(positions.getOrDefault(slug.toLowerCase(Locale.ROOT), entries.size()));
    }

    /** The entry before this one in the book. */
    public Optional<Entry> before(Entry entry) {
        return at(position(entry) - 1);
    }

    /** The entry after this one in the book. */
    public Optional<Entry> after(Entry entry) {
        return at(position(entry) + 1);
    }

    /** The letters under which the book has entries, in order. */
    public List<Character> letters() {
        return entries.stream().map(Entry::letter).distinct().toList();
    }

    public List<Entry> under(char letter) {
        return entries.stream().filter(entry -> entry.letter() == letter).toList();
    }

    private int position(Entry entry) {
        Integer position = positions.get(entry.slug());
        if (position == null) {
            throw new IllegalArgumentException("not of this archive: " + entry.headword());
        }
        return position;
    }

    private Optional<Entry> at(int position) {
        return position >= 0 && position < entries.size() ? Optional.of(entries.get(position)) : Optional.empty();
    }
}
