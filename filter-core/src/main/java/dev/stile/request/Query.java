package dev.stile.request;

import dev.stile.protocol.Checked;
import dev.stile.protocol.Refusal;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** Reads a raw query without the container's parser, which might read a body as well. */
public final class Query {
    /** The JDK's decoder also takes signs and other scripts' digits for hexadecimal ones. */
    private static final Pattern BROKEN_ESCAPE = Pattern.compile("%(?![0-9A-Fa-f]{2})");

    private Query() {}

    /** The value of a parameter that must occur once, decoded; else {@code malformed}. */
    public static Checked<String> single(String query, String name) {
        String prefix = name + "=";
        List<String> values = Arrays.stream(query.split("&", -1))
                .filter(pair -> pair.startsWith(prefix))
                .map(pair -> pair.substring(prefix.length()))
                .toList();
        return values.size() == 1 ? decoded(values.get(0)) : Checked.refused(Refusal.MALFORMED);
    }

    /** The value of a parameter that may occur once, decoded, or the empty text; else {@code malformed}. */
    public static Checked<String> optional(String query, String name) {
        return Arrays.stream(query.split("&", -1)).noneMatch(pair -> pair.startsWith(name + "="))
                ? Checked.of("")
                : single(query, name);
    }

    private static Checked<String> decoded(String value) {
        if (BROKEN_ESCAPE.matcher(value).find()) {
            return Checked.refused(Refusal.MALFORMED);
        }
        return Checked.of(URLDecoder.decode(value, StandardCharsets.UTF_8));
    }
}
