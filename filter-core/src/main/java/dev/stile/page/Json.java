package dev.stile.page;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * Writes one flat JSON object, all that the protocol needs of JSON. Everything but plain visible ASCII is written as an
 * escape, so that the text is as safe in a script or a page as it is in JSON.
 */
final class Json {
    private final StringBuilder text = new StringBuilder("{");

    Json with(String name, String value) {
        name(name);
        quoted(value);
        return this;
    }

    Json with(String name, long value) {
        name(name);
        text.append(value);
        return this;
    }

    byte[] bytes() {
        return (text + "}").getBytes(StandardCharsets.US_ASCII);
    }

    private void name(String name) {
        if (text.length() > 1) {
            text.append(',');
        }
        quoted(name);
        text.append(':');
    }

    private void quoted(String value) {
        text.append('"');
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            boolean plain = c >= 0x20 && c < 0x7f && "\"\\<>&'".indexOf(c) < 0;
            if (plain) {
                text.append(c);
            } else {
                text.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
            }
        }
        text.append('"');
    }
}
