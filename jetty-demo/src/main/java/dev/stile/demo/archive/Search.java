package dev.stile.demo.archive;

import java.util.Comparator;
import java.util.List;

/**
 * Finds entries by what their headword and text say. It looks at every entry, without an index: there are a thousand
 * short ones.
 */
public final class Search {

    /** How many hits a page shows. */
    public static final int PAGE_SIZE = 20;

    private final List<Folded> entries;

    public Search(Archive archive) {
        entries = archive.entries().stream().map(Folded::of).toList();
    }

    /** An entry that was found, and the place that says why. */
    public record Hit(Entry entry, Excerpt excerpt) {}

    /**
     * Finds every entry that holds all words of the query: first the word itself, then headwords that begin with the
     * query, then headwords that hold it, then texts; in the order of the book within each. An empty query finds
     * nothing.
     *
     * @param page the page that is wanted; beyond the ends it becomes the first or the last
     */
    public Page<Hit> find(Query query, int page) {
        List<String> terms = query.terms();
        String phrase = String.join(" ", terms);
        List<Folded> found = entries.stream()
                .filter(entry -> !terms.isEmpty() && entry.holds(terms))
                .sorted(Comparator.comparingInt(entry -> entry.rank(phrase)))
                .toList();
        Page<Folded> cut = Page.of(found, page, PAGE_SIZE);
        List<Hit> hits = cut.items().stream()
                .map(hit -> new Hit(hit.entry(), Excerpt.of(hit.text(), terms)))
                .toList();
        return new Page<>(hits, cut.number(), cut.count(), cut.total());
    }

    private record Folded(Entry entry, String headword, String text, String searched) {

        static Folded of(Entry entry) {
            String headword = Query.fold(entry.headword());
            String text = entry.plainText();
            return new Folded(entry, headword, text, headword + "\n" + Query.fold(text));
        }

        boolean holds(List<String> terms) {
            return terms.stream().allMatch(searched::contains);
        }

        int rank(String phrase) {
            if (headword.equals(phrase)) {
                return 0;
            }
            if (headword.startsWith(phrase)) {
                return 1;
            }
            return headword.contains(phrase) ? 2 : 3;
        }
    }
}
