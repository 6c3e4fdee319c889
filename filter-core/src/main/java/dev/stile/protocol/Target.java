package dev.stile.protocol;

import java.nio.charset.StandardCharsets;

/**
 * Where the visitor meant to go: a path of this origin with its query, never anything that a browser could read as
 * another origin or a script (PROTOCOL §4).
 *
 * @param text 1 to {@value #MAX_LENGTH} ASCII characters
 */
public record Target(String text) {
    /** Longest target in bytes. */
    public static final int MAX_LENGTH = 1024;

    /** The root of the origin. */
    public static final Target ROOT = new Target("/");

    public Target {
        if (!isValid(text)) {
            throw new IllegalArgumentException("not a path of this origin");
        }
    }

    /** The target that the text is, or {@code bad-target}. */
    public static Checked<Target> parse(String text) {
        return isValid(text) ? Checked.of(new Target(text)) : Checked.refused(Refusal.BAD_TARGET);
    }

    byte[] ascii() {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static boolean isValid(String text) {
        return !text.isEmpty()
                && text.length() <= MAX_LENGTH
                && text.charAt(0) == '/'
                && !text.startsWith("//")
                && hasAllowedCharacters(text)
                && !hasDotSegment(text);
    }

    private static boolean hasAllowedCharacters(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c <= 0x20 || c >= 0x7f || c == '\\' || c == '#') {
                return false;
            }
        }
        return true;
    }

    private static boolean hasDotSegment(String text) {
        // Most have neither.
        if (!text.contains("/.") && !text.contains("/%")) {
            return false;
        }
        int query = text.indexOf('?');
        String path = query < 0 ? text : text.substring(0, query);
        for (String segment : path.split("/", -1)) {
            String plain = segment.replace("%2e", ".").replace("%2E", ".");
            if (plain.equals(".") || plain.equals("..")) {
                return true;
            }
        }
        return false;
    }
}
