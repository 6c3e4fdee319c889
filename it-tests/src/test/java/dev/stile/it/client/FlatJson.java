package dev.stile.it.client;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The string and number members of one JSON object, as PROTOCOL §6, §8 and §10 have them. Members of other kinds are
 * skipped, arrays and objects with all that is in them, for a client must bear members that it does not know.
 *
 * <p>Limits: a name that occurs twice is refused, which RFC 8259 leaves open; lone surrogates are let through; nesting may
 * be as deep as the stack allows.
 */
public final class FlatJson {

    /** One token after any space: a mark, a literal, a number, or a string less its quotes. */
    private static final Pattern TOKEN = Pattern.compile("[ \\t\\r\\n]*(?:(?<mark>[{}\\[\\]:,])"
            + "|(?<literal>true|false|null)"
            + "|(?<number>-?(?:0|[1-9][0-9]*)(?:\\.[0-9]+)?(?:[eE][+-]?[0-9]+)?)"
            + "|\"(?<string>(?:[^\"\\\\\\x00-\\x1F]|\\\\[\"\\\\/bfnrt]|\\\\u[0-9A-Fa-f]{4})*+)\")[ \\t\\r\\n]*");

    private static final Pattern ESCAPE = Pattern.compile("\\\\(?:u[0-9A-Fa-f]{4}|.)");
    private static final String LETTERS = "bfnrt";
    private static final String LETTERS_MEAN = "\b\f\n\r\t";

    private final Matcher token;
    private final Map<String, Object> members;
    private int at;

    private FlatJson(String document) {
        token = TOKEN.matcher(document);
        advance();
        require(isMark("{"));
        members = object();
        require(at == document.length());
    }

    /**
     * Reads a whole document.
     *
     * @throws IllegalArgumentException if it is not JSON, or not an object
     */
    public static FlatJson parse(String document) {
        return new FlatJson(document);
    }

    /** A member, if it is there and a string. */
    public Optional<String> string(String name) {
        return member(name, String.class);
    }

    /**
     * A member, if it is there and a number.
     *
     * @throws ArithmeticException if it is not a whole number that a long holds
     */
    public Optional<Long> number(String name) {
        return member(name, BigDecimal.class).map(BigDecimal::longValueExact);
    }

    private <T> Optional<T> member(String name, Class<T> type) {
        return Optional.ofNullable(members.get(name)).filter(type::isInstance).map(type::cast);
    }

    /** Reads from a brace to its brace; each method here begins on its first token and ends on its last. */
    private Map<String, Object> object() {
        Map<String, Object> read = new HashMap<>();
        advance();
        if (isMark("}")) {
            return read;
        }
        while (true) {
            String name = string();
            advance();
            require(isMark(":"));
            advance();
            require(read.put(name, value()) == null);
            advance();
            if (isMark("}")) {
                return read;
            }
            require(isMark(","));
            advance();
        }
    }

    /** A String, a BigDecimal, or something else that stands for a value of another kind. */
    private Object value() {
        if (isMark("{")) {
            return object();
        }
        if (isMark("[")) {
            return array();
        }
        if (token.group("number") != null) {
            return new BigDecimal(token.group("number"));
        }
        return token.group("literal") != null ? TOKEN : string();
    }

    private Object array() {
        advance();
        while (!isMark("]")) {
            value();
            advance();
            require(isMark("]") || isMark(","));
            if (isMark(",")) {
                advance();
                require(!isMark("]"));
            }
        }
        return TOKEN;
    }

    private String string() {
        require(token.group("string") != null);
        return ESCAPE.matcher(token.group("string"))
                .replaceAll(escape -> Matcher.quoteReplacement(String.valueOf(meaning(escape.group()))));
    }

    /** What an escape, as {@code \n} or {@code \u0026}, stands for. */
    private static char meaning(String escape) {
        if (escape.length() > 2) {
            return (char) Integer.parseInt(escape.substring(2), 16);
        }
        int letter = LETTERS.indexOf(escape.charAt(1));
        return letter < 0 ? escape.charAt(1) : LETTERS_MEAN.charAt(letter);
    }

    private boolean isMark(String mark) {
        return mark.equals(token.group("mark"));
    }

    private void advance() {
        require(token.region(at, token.regionEnd()).lookingAt());
        at = token.end();
    }

    private void require(boolean holds) {
        if (!holds) {
            throw new IllegalArgumentException("not a JSON object: wrong near character " + at);
        }
    }
}
