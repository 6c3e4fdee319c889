package dev.stile.config;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The texts of all options, and the problems found while reading them. A problem names option, value and what is
 * allowed; the reading goes on with the default, so that all problems are found at once. For one thread.
 */
final class OptionValues {
    private final Map<Option, String> texts = new EnumMap<>(Option.class);
    private final List<String> problems = new ArrayList<>();

    OptionValues(Map<String, String> given) {
        given.forEach((name, text) -> Option.named(name)
                .ifPresentOrElse(
                        option -> texts.put(option, text.strip()),
                        () -> problems.add(name + ": there is no such option; allowed are " + names())));
    }

    private static String names() {
        return String.join(
                ", ", Arrays.stream(Option.values()).map(Option::text).toList());
    }

    /** The text that was given for an option; empty if none was, or an empty one. */
    Optional<String> given(Option option) {
        return Optional.ofNullable(texts.get(option)).filter(text -> !text.isEmpty());
    }

    /** What the reader makes of an option's text, or of its default if the text is not allowed. */
    <T> T read(Option option, Function<String, Optional<T>> reader) {
        String text = given(option).orElse(option.defaultValue());
        return reader.apply(text).orElseGet(() -> {
            problem(option, "'" + text + "' is not allowed");
            return reader.apply(option.defaultValue()).orElseThrow();
        });
    }

    int whole(Option option, int from, int to) {
        return read(option, text -> whole(text).filter(number -> number >= from && number <= to));
    }

    <E extends Enum<E>> E choice(Option option, Class<E> type) {
        return read(
                option,
                text -> Arrays.stream(type.getEnumConstants())
                        .filter(value -> value.name()
                                .toLowerCase(Locale.ROOT)
                                .replace('_', '-')
                                .equals(text))
                        .findFirst());
    }

    /** At most nine plain digits: no sign, no other script's digits, no overflow. */
    private static Optional<Integer> whole(String text) {
        return text.matches("[0-9]{1,9}") ? Optional.of(Integer.valueOf(text)) : Optional.empty();
    }

    /** Notes that an option is not as it should be; {@code what} must not hold a secret. */
    void problem(Option option, String what) {
        problems.add(option.text() + ": " + what + "; allowed: " + option.allowed());
    }

    List<String> problems() {
        return List.copyOf(problems);
    }
}
