package dev.stile.it.client;

import java.util.Locale;
import java.util.regex.Pattern;

/** The shape of a target, PROTOCOL §4. */
public final class Target {

    private static final int MAX_BYTES = 1024;
    private static final Pattern CHARACTERS = Pattern.compile("/(?!/)[!-~&&[^\\\\#]]*");

    private Target() {}

    public static boolean isTarget(String text) {
        // All characters are ASCII if the pattern matches, so characters are bytes.
        return text.length() <= MAX_BYTES && CHARACTERS.matcher(text).matches() && !hasDotSegment(text);
    }

    private static boolean hasDotSegment(String text) {
        String path = text.split("\\?", 2)[0].toLowerCase(Locale.ROOT).replace("%2e", ".");
        for (String segment : path.split("/", -1)) {
            if (segment.equals(".") || segment.equals("..")) {
                return true;
            }
        }
        return false;
    }
}
