package dev.stile.policyfile;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** A value of the file. What it cannot be read as is noted as a problem, with its line, and is empty. For one thread. */
final class Value {
    private static final int MAX_SHOWN = 60;

    private final Node node;
    private final String file;
    private final String key;
    private final Problems problems;

    /**
     * @param node what stands there
     * @param file the file's name
     * @param key the key that it stands under
     */
    Value(Node node, String file, String key, Problems problems) {
        this.node = node;
        this.file = file;
        this.key = key;
        this.problems = problems;
    }

    Node node() {
        return node;
    }

    /** Notes what is wrong, and what is allowed. */
    <T> Optional<T> problem(String what, String allowed) {
        return problem(what + "; allowed: " + allowed);
    }

    /** Notes what is wrong. */
    <T> Optional<T> problem(String what) {
        problems.add(file, line(node), key, what);
        return Optional.empty();
    }

    /** The line of a node, from 1. */
    static int line(Node node) {
        return 1 + node.getStartMark().map(Mark::getLine).orElse(0);
    }

    /** The text of a single value that is not empty. */
    Optional<String> text(String allowed) {
        return scalar().filter(text -> !text.isEmpty())
                .or(() -> problem(node instanceof ScalarNode ? "a value is missing" : "one value is wanted", allowed));
    }

    private Optional<String> scalar() {
        return node instanceof ScalarNode scalar ? Optional.of(scalar.getValue()) : Optional.empty();
    }

    /** The values of a list, or the one value that stands there without brackets. */
    List<Value> list(String allowed) {
        if (!(node instanceof SequenceNode sequence)) {
            return List.of(this);
        }
        if (sequence.getValue().isEmpty()) {
            problem("the list is empty", allowed);
        }
        return sequence.getValue().stream()
                .map(item -> new Value(item, file, key, problems))
                .toList();
    }

    /** The values under keys, of which all must be known. */
    Optional<Section> section(List<String> allowed) {
        return node instanceof MappingNode mapping
                ? Optional.of(Section.of(mapping, this, allowed))
                : problem("keys with values are wanted", String.join(", ", allowed));
    }

    /** The values under keys that their writer chose. */
    Optional<Section> anySection(String what, String allowed) {
        return node instanceof MappingNode mapping
                ? Optional.of(Section.ofAnyKeys(mapping, this))
                : problem(what, allowed);
    }

    boolean isSection() {
        return node instanceof MappingNode;
    }

    boolean isList() {
        return node instanceof SequenceNode;
    }

    /** A whole number in plain digits. */
    Optional<Integer> whole(int from, int to) {
        String allowed = "a whole number from " + from + " to " + to;
        Optional<String> text = text(allowed);
        Optional<Integer> number = text.filter(digits -> digits.matches("-?(?:0|[1-9][0-9]{0,8})"))
                .map(Integer::valueOf)
                .filter(read -> read >= from && read <= to);
        return number.isPresent() || text.isEmpty() ? number : notAllowed(text.get(), allowed);
    }

    /** A number, with or without a fraction in plain digits. */
    Optional<Double> number(int from, int to) {
        String allowed = "a number from " + from + " to " + to;
        Optional<String> text = text(allowed);
        Optional<Double> number = text.filter(digits -> digits.matches("[0-9]{1,9}(?:\\.[0-9]{1,9})?"))
                .map(Double::valueOf)
                .filter(read -> read >= from && read <= to);
        return number.isPresent() || text.isEmpty() ? number : notAllowed(text.get(), allowed);
    }

    /** One of these words. */
    Optional<String> word(Collection<String> words) {
        String allowed = words.isEmpty() ? "none" : String.join(", ", words);
        Optional<String> text = text(allowed);
        Optional<String> word = text.filter(words::contains);
        return word.isPresent() || text.isEmpty()
                ? word
                : problem("'" + shown(text.get()) + "' is not allowed" + perhaps(text.get(), words), allowed);
    }

    /** One of the words that the constants of an enum are in lower case. */
    <E extends Enum<E>> Optional<E> word(Class<E> type) {
        List<E> constants = Arrays.asList(type.getEnumConstants());
        return word(constants.stream().map(Value::lower).collect(Collectors.toList()))
                .flatMap(word -> constants.stream()
                        .filter(constant -> lower(constant).equals(word))
                        .findFirst());
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    /** Notes that this text is none of what is allowed. */
    <T> Optional<T> notAllowed(String text, String allowed) {
        return problem("'" + shown(text) + "' is not allowed", allowed);
    }

    /** The nearest of the words in a clause of its own; nothing where none is near. */
    static String perhaps(String word, Collection<String> words) {
        return Nearest.to(word, words).map(near -> ", perhaps " + near).orElse("");
    }

    static String shown(String text) {
        return text.length() <= MAX_SHOWN ? text : text.substring(0, MAX_SHOWN) + "...";
    }

    /** The value that stands below this one under a key. */
    Value below(Node value, String name) {
        return new Value(value, file, name, problems);
    }
}
