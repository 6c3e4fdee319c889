package dev.stile.it.war;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An answer as it came.
 *
 * @param headers names in lower case and values, in the order sent
 * @param body decoded if it was sent in chunks, but not if compressed
 */
record WireResponse(int status, List<Map.Entry<String, String>> headers, byte[] body) {

    private static final Pattern ESCAPE = Pattern.compile("\\\\u([0-9a-f]{4})");

    public WireResponse {
        headers = List.copyOf(headers);
        body = body.clone();
    }

    /** All values of a header; the name in lower case. */
    List<String> all(String name) {
        List<String> values = new ArrayList<>();
        headers.stream()
                .filter(header -> header.getKey().equals(name))
                .forEach(header -> values.add(header.getValue()));
        return values;
    }

    /** The one value of a header; empty if there is none, or more. */
    String header(String name) {
        List<String> values = all(name);
        return values.size() == 1 ? values.get(0) : "";
    }

    String text() {
        return new String(body, UTF_8);
    }

    /** A string member of the JSON document that the body is; empty if there is none. */
    String member(String name) {
        Matcher member = Pattern.compile('"' + name + "\":\"([^\"]*)\"").matcher(text());
        return member.find() ? ESCAPE.matcher(member.group(1)).replaceAll(WireResponse::unescaped) : "";
    }

    private static String unescaped(MatchResult escape) {
        char meant = (char) Integer.parseInt(escape.group(1), 16);
        return Matcher.quoteReplacement(String.valueOf(meant));
    }

    /** What Stile says about itself; empty where the application or the container answered. */
    String verdict() {
        return header("stile-verdict");
    }

    /** The first {@code name=value} of a cookie that is set. */
    Optional<String> cookie() {
        return all("set-cookie").stream().map(header -> header.split(";", 2)[0]).findFirst();
    }
}
