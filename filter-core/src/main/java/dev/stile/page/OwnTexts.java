package dev.stile.page;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;

/** Checks an operator's sentences: what is left fits the pages as our own do. */
final class OwnTexts {
    /** Our longest have some 250 characters. */
    private static final int MAX_LENGTH = 500;

    private static final String TIME = "{time}";
    private static final String WITH_TIME = "remaining";
    private static final Set<String> KEYS = Tables.keys();

    private OwnTexts() {}

    /**
     * The sentences by key, without those that are not allowed.
     *
     * @param text of a properties file
     */
    static Map<String, String> read(String text, Consumer<String> problems) {
        Map<String, String> texts = new TreeMap<>();
        Set<String> unknown = new TreeSet<>();
        try {
            PropertyFile.parse(text).forEach((key, value) -> {
                if (!KEYS.contains(key)) {
                    unknown.add(key);
                } else {
                    problem(key, value.strip())
                            .ifPresentOrElse(
                                    problem -> problems.accept(key + ": " + problem),
                                    () -> texts.put(key, value.strip()));
                }
            });
        } catch (IllegalArgumentException e) {
            problems.accept(
                    "there is a \\u without four hexadecimal digits; allowed: the letters themselves, in UTF-8");
        }
        if (!unknown.isEmpty()) {
            problems.accept("there is no " + String.join(", ", unknown) + "; allowed: " + String.join(", ", KEYS));
        }
        return texts;
    }

    private static Optional<String> problem(String key, String text) {
        if (text.isEmpty()) {
            return Optional.of("it is empty; allowed: a text, or no line for this key");
        }
        if (text.length() > MAX_LENGTH) {
            return Optional.of("it has " + text.length() + " characters; allowed: up to " + MAX_LENGTH);
        }
        if (text.contains("{{")) {
            return Optional.of("it has {{; allowed: anything else");
        }
        if (text.chars().anyMatch(Character::isISOControl)) {
            return Optional.of("it has a control character or a line break; allowed: anything else");
        }
        int times = (text.length() - text.replace(TIME, "").length()) / TIME.length();
        if (times != (key.equals(WITH_TIME) ? 1 : 0)) {
            return Optional.of(
                    "it has " + TIME + " " + times + " times; allowed: once in " + WITH_TIME + ", else never");
        }
        return Optional.empty();
    }
}
