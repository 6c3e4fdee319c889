package dev.stile.page;

import java.text.Bidi;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The languages that the pages speak, and their sentences: our tables, and over them what an operator says otherwise.
 * Immutable.
 */
final class Tables {
    /** What is spoken where nothing suits; the table that says which sentences there are. */
    static final String ENGLISH = "en";

    private static final String FOLDER = "messages/";
    private static final String DIRECTION = "explanation";

    /** Our directions by tag. */
    private final Map<String, String> directions = new TreeMap<>();

    /** Our tags by range. */
    private final Map<String, String> ours = new HashMap<>();

    /** All tags by range. */
    private final Map<String, String> ranges = new HashMap<>();

    private final Map<String, String> everywhere;
    private final Map<String, Map<String, String>> own;

    /**
     * @param everywhere an operator's sentences for all languages, by key
     * @param own those for one language each, by its tag
     */
    Tables(Map<String, String> everywhere, Map<String, Map<String, String>> own) {
        this.everywhere = Map.copyOf(everywhere);
        this.own = Map.copyOf(own);
        PropertyFile.read(FOLDER + "languages.properties").forEach(this::list);
        ranges.putAll(ours);
        own.keySet().forEach(tag -> ranges.put(tag.toLowerCase(Locale.ROOT), tag));
    }

    private void list(String tag, String directionAndRanges) {
        String[] words = directionAndRanges.split(" ", -1);
        directions.put(tag, words[0]);
        ours.put(tag.toLowerCase(Locale.ROOT), tag);
        for (int i = 1; i < words.length; i++) {
            ours.put(words[i].toLowerCase(Locale.ROOT), tag);
        }
    }

    /** All keys that a table has. */
    static Set<String> keys() {
        return PropertyFile.read(FOLDER + ENGLISH + ".properties").keySet();
    }

    /** The tags of all languages, in order. */
    Set<String> tags() {
        return new TreeSet<>(ranges.values());
    }

    /** The tags by the language ranges that find them, in lower case. */
    Map<String, String> ranges() {
        return Collections.unmodifiableMap(ranges);
    }

    /** The table of ours that a language is built on: its own, or that of a shorter tag; empty if there is none. */
    Optional<String> ground(String tag) {
        for (String shorter = tag.toLowerCase(Locale.ROOT);
                !shorter.isEmpty();
                shorter = AcceptedLanguages.shortened(shorter)) {
            String found = ours.get(shorter);
            if (found != null) {
                return Optional.of(found);
            }
        }
        return Optional.empty();
    }

    /** The sentences of one of {@link #tags()}. The more a table is made for it, the more its sentences count. */
    Messages messages(String tag) {
        Optional<String> ground = ground(tag);
        Map<String, String> texts = new HashMap<>();
        ground.ifPresent(found -> texts.putAll(PropertyFile.read(FOLDER + found + ".properties")));
        texts.putAll(everywhere);
        ownFor(tag).forEach(texts::putAll);
        String direction = ground.flatMap(found -> Optional.ofNullable(directions.get(found)))
                .orElseGet(() -> direction(texts.getOrDefault(DIRECTION, "")));
        return new Messages(tag, direction, texts);
    }

    /** The operator's tables for a language, that of the shortest tag first. */
    private Deque<Map<String, String>> ownFor(String tag) {
        Deque<Map<String, String>> found = new ArrayDeque<>();
        for (String shorter = tag.toLowerCase(Locale.ROOT);
                !shorter.isEmpty();
                shorter = AcceptedLanguages.shortened(shorter)) {
            String name = ranges.get(shorter);
            if (name != null && own.containsKey(name)) {
                found.addFirst(own.getOrDefault(name, Map.of()));
            }
        }
        return found;
    }

    /** That of the first letter that has one, as browsers do for {@code dir=auto}. */
    private static String direction(String text) {
        return new Bidi(text, Bidi.DIRECTION_DEFAULT_LEFT_TO_RIGHT).baseIsLeftToRight() ? "ltr" : "rtl";
    }
}
