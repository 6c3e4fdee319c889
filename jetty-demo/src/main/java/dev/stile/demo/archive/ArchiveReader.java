package dev.stile.demo.archive;

import dev.stile.demo.archive.Passage.Credit;
import dev.stile.demo.archive.Passage.Prose;
import dev.stile.demo.archive.Passage.Quote;
import dev.stile.demo.archive.Passage.Stanza;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads the format that {@code SOURCE.md}, beside the text, describes. It is strict: the text is ours. */
final class ArchiveReader {

    private final List<Entry> entries = new ArrayList<>();
    private final List<Passage> passages = new ArrayList<>();
    private final List<String> stanza = new ArrayList<>();
    private final Map<String, Integer> occurrences = new HashMap<>();
    private String headword = "";
    private String grammar = "";

    private ArchiveReader() {}

    /**
     * @throws IOException where the text cannot be read
     * @throws IllegalArgumentException where a line is not of the format; the message names its number
     */
    static List<Entry> read(BufferedReader text) throws IOException {
        ArchiveReader reader = new ArchiveReader();
        int number = 0;
        for (String line = text.readLine(); line != null; line = text.readLine()) {
            number++;
            reader.accept(line, number);
        }
        reader.endEntry();
        return reader.entries;
    }

    private void accept(String line, int number) {
        if (line.startsWith("#")) {
            return;
        }
        int tab = line.indexOf('\t');
        String tag = tab < 0 ? line : line.substring(0, tab);
        String value = tab < 0 ? "" : line.substring(tab + 1);
        if (!tag.equals("verse")) {
            endStanza();
        }
        switch (tag) {
            case "" -> endEntry();
            case "entry" -> headword = value;
            case "grammar" -> grammar = value;
            case "prose" -> passages.add(new Prose(value));
            case "quote" -> passages.add(new Quote(value));
            case "by" -> passages.add(new Credit(value));
            case "verse" -> stanza.add(value);
            case "stanza" -> {} // what came before it has ended above
            default -> throw new IllegalArgumentException("line " + number + ": unknown tag " + tag);
        }
    }

    private void endStanza() {
        if (!stanza.isEmpty()) {
            passages.add(new Stanza(stanza));
            stanza.clear();
        }
    }

    private void endEntry() {
        endStanza();
        if (!headword.isEmpty()) {
            entries.add(new Entry(headword, unusedSlug(), grammar, passages));
        }
        headword = "";
        grammar = "";
        passages.clear();
    }

    /** The book has REASON twice, as a verb and as a noun: the second is {@code reason-2}. */
    private String unusedSlug() {
        String slug = Slug.of(headword);
        int occurrence = occurrences.merge(slug, 1, Integer::sum);
        return occurrence == 1 ? slug : slug + "-" + occurrence;
    }
}
