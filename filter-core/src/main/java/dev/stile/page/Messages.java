package dev.stile.page;

import java.util.Map;

/**
 * The sentences of one language.
 *
 * @param language BCP 47 tag
 * @param direction {@code ltr} or {@code rtl}
 * @param texts by key, as in {@code messages/en.properties}
 */
record Messages(String language, String direction, Map<String, String> texts) {
    Messages {
        texts = Map.copyOf(texts);
    }

    /**
     * The sentence of this key.
     *
     * @throws IllegalArgumentException if there is none: a mistake in our code
     */
    String text(String key) {
        String text = texts.get(key);
        if (text == null) {
            throw new IllegalArgumentException("no message " + key + " in " + language);
        }
        return text;
    }
}
