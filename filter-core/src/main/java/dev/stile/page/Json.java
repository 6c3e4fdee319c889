package dev.stile.page;

import java.nio.charset.StandardCharsets;

/** Writes one flat JSON object, all that the protocol needs of JSON. */
final class Json {
    private final StringBuilder text = new StringBuilder("{");

    Json with(String name, String value) {
        name(name);
        JsonText.append(value, text);
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
        JsonText.append(name, text);
        text.append(':');
    }
}
