package dev.stile.page;

import java.util.HexFormat;

/**
 * Quoted texts of JSON. Everything but plain visible ASCII is written as an escape, so that the text is as safe in a
 * script or a page as it is in JSON.
 */
final class JsonText {
    /** Not String.format, which takes half a microsecond a character: targets are what clients send. */
    private static final HexFormat HEX = HexFormat.of();

    private JsonText() {}

    static void append(String value, StringBuilder to) {
        to.append('"');
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            boolean plain = c >= 0x20 && c < 0x7f && "\"\\<>&'".indexOf(c) < 0;
            if (plain) {
                to.append(c);
            } else {
                to.append("\\u").append(HEX.toHexDigits(c));
            }
        }
        to.append('"');
    }
}
