package dev.stile.policyfile;

import dev.stile.network.CidrBlock;
import dev.stile.network.CidrSet;
import dev.stile.policy.Condition;
import dev.stile.policy.Conditions;
import dev.stile.policy.LinearPattern;
import dev.stile.policy.PathPattern;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** Reads what stands under {@code when} and {@code unless}. */
final class ConditionReader {
    private static final List<String> KEYS = List.of(
            "path",
            "path-regex",
            "query-regex",
            "method",
            "host",
            "host-regex",
            "header",
            "no-header",
            "header-regex",
            "user-agent",
            "user-agent-regex",
            "address",
            "crawler",
            "cookie",
            "session",
            "condition",
            "preflight");
    private static final String PATH = "a path that begins with / and has no **";
    private static final String HEADER = "a header's name";
    /** A token of RFC 9110 §5.6.2. */
    private static final String HEADER_NAME = "[A-Za-z0-9!#$%&'*+.^_`|~-]{1,100}";

    private static final String HOST = "a host's name in lower case, without a port";

    private final AddressLists lists;
    private final Vocabulary vocabulary;

    ConditionReader(AddressLists lists, Vocabulary vocabulary) {
        this.lists = lists;
        this.vocabulary = vocabulary;
    }

    /**
     * All conditions of a section; of a list of sections, any of them.
     *
     * @param asks whether more is asked of a request where the condition holds: a path then stands for the same with a
     *     slash behind it, too
     */
    Condition read(Value value, boolean asks) {
        List<Condition> any = value.list(String.join(", ", KEYS)).stream()
                .flatMap(item -> item.section(KEYS).stream())
                .map(section -> all(section, asks))
                .toList();
        return any.size() == 1 ? any.get(0) : Conditions.any(any);
    }

    private Condition all(Section section, boolean asks) {
        if (section.isEmpty()) {
            section.whole().problem("there is no condition", String.join(", ", KEYS));
        }
        List<Condition> all = new ArrayList<>();
        section.entries().forEach(entry -> all.add(one(entry.getKey(), entry.getValue(), asks)));
        return all.size() == 1 ? all.get(0) : Conditions.all(all);
    }

    private Condition one(String key, Value value, boolean asks) {
        return switch (key) {
            case "path" -> {
                List<PathPattern> paths = each(value, PATH, PathPattern::parse);
                yield asks ? Conditions.pathOrItsSlash(paths) : Conditions.path(paths);
            }
            case "path-regex" ->
                asks ? Conditions.pathOrItsSlashMatches(patterns(value)) : Conditions.pathMatches(patterns(value));
            case "query-regex" -> Conditions.queryMatches(patterns(value));
            case "method" -> Conditions.method(each(value, "methods in capitals", like("[A-Z][A-Z-]{0,31}")));
            case "host" -> Conditions.host(each(value, HOST, like("[a-z0-9.-]{1,253}|\\[[0-9a-f:.]{2,45}]")));
            case "host-regex" -> Conditions.hostMatches(patterns(value));
            case "header" -> Conditions.header(headers(value));
            case "no-header" -> Conditions.not(Conditions.header(headers(value)));
            case "header-regex" -> headerPatterns(value);
            case "user-agent" ->
                Conditions.userAgent(each(value, "words of 2 to 200 characters", ConditionReader::word), List.of());
            case "user-agent-regex" -> Conditions.userAgent(List.of(), patterns(value));
            case "address" -> addresses(value);
            case "crawler" -> Conditions.crawler(known(value, vocabulary.crawlers()), vocabulary.verifier());
            case "cookie" -> Conditions.cookie(each(value, "a cookie's name", like("[!-:<-~&&[^=,\"]]{1,100}")));
            case "session" -> yes(value, Conditions.session());
            case "condition" -> Conditions.application(known(value, vocabulary.conditions()));
            case "preflight" -> yes(value, Conditions.preflight());
            default -> throw new IllegalStateException("a key that is allowed and unknown: " + key);
        };
    }

    private static <T> List<T> each(Value value, String allowed, Function<String, Optional<T>> parser) {
        List<T> read = new ArrayList<>();
        for (Value item : value.list(allowed)) {
            item.text(allowed)
                    .flatMap(text -> parser.apply(text).or(() -> item.notAllowed(text, allowed)))
                    .ifPresent(read::add);
        }
        return read;
    }

    private static Function<String, Optional<String>> like(String expression) {
        return text -> text.matches(expression) ? Optional.of(text) : Optional.empty();
    }

    /** One letter would be in every agent. */
    private static Optional<String> word(String text) {
        return text.length() >= 2 && text.length() <= 200 ? Optional.of(text) : Optional.empty();
    }

    private static List<String> headers(Value value) {
        return each(value, HEADER, like(HEADER_NAME));
    }

    private static List<LinearPattern> patterns(Value value) {
        List<LinearPattern> patterns = new ArrayList<>();
        for (Value item : value.list("a regular expression of RE2")) {
            item.text("a regular expression of RE2").ifPresent(text -> {
                try {
                    patterns.add(LinearPattern.compile(text));
                } catch (IllegalArgumentException e) {
                    item.problem("'" + Value.shown(text) + "' is not allowed: " + e.getMessage());
                }
            });
        }
        return patterns;
    }

    private static Condition headerPatterns(Value value) {
        List<Condition> all = new ArrayList<>();
        value.anySection("names with patterns are wanted", "NAME: PATTERN").ifPresent(section -> {
            if (section.isEmpty()) {
                value.problem("there is no pattern", "NAME: PATTERN");
            }
            section.entries().forEach(entry -> all.add(headerPattern(entry.getKey(), entry.getValue())));
        });
        return Conditions.all(all);
    }

    private static Condition headerPattern(String name, Value value) {
        if (!name.matches(HEADER_NAME)) {
            value.problem("this is no header's name");
        }
        return Conditions.headerMatches(name, patterns(value));
    }

    /** Blocks, and names of lists. */
    private Condition addresses(Value value) {
        List<Condition> any = new ArrayList<>();
        List<CidrBlock> blocks = new ArrayList<>();
        for (Value item : value.list(AddressLists.BLOCK)) {
            item.text(AddressLists.BLOCK).ifPresent(text -> {
                Optional<CidrSet> list = lists.named(text);
                Optional<CidrBlock> block = CidrBlock.parse(text);
                list.ifPresent(set -> any.add(Conditions.address(set)));
                block.ifPresent(blocks::add);
                if (list.isEmpty() && block.isEmpty()) {
                    item.notAllowed(text, AddressLists.BLOCK + "; or a list: " + some(lists.names()));
                }
            });
        }
        if (!blocks.isEmpty()) {
            any.add(Conditions.address(CidrSet.of(blocks)));
        }
        return any.size() == 1 ? any.get(0) : Conditions.any(any);
    }

    private static List<String> known(Value value, Set<String> names) {
        List<String> sorted = List.copyOf(new TreeSet<>(names));
        return value.list(some(names)).stream()
                .flatMap(item -> item.word(sorted).stream())
                .toList();
    }

    private static String some(Set<String> names) {
        return names.isEmpty() ? "none" : String.join(", ", new TreeSet<>(names));
    }

    private static Condition yes(Value value, Condition condition) {
        value.word(List.of("true"));
        return condition;
    }

    /** The keys that are known. */
    static List<String> keys() {
        return KEYS;
    }
}
