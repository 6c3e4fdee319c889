package dev.stile.demo.web;

import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes maps, lists, texts, numbers and booleans as JSON that is also safe inside HTML. */
final class Json {

    private Json() {}

    static String write(Object value) {
        if (value instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .map(field -> quote(String.valueOf(field.getKey())) + ":" + write(field.getValue()))
                    .collect(Collectors.joining(",", "{", "}"));
        }
        if (value instanceof Collection<?> list) {
            return list.stream().map(Json::write).collect(Collectors.joining(",", "[", "]"));
        }
        if (value instanceof Integer || value instanceof Boolean) {
            return value.toString();
        }
        if (value instanceof CharSequence text) {
            return quote(text);
        }
        throw new IllegalArgumentException("not a JSON value: " + value.getClass());
    }

    private static String quote(CharSequence text) {
        StringBuilder json = new StringBuilder(text.length() + 2).append('"');
        for (int position = 0; position < text.length(); position++) {
            char character = text.charAt(position);
            switch (character) {
                case '"', '\\' -> json.append('\\').append(character);
                case '\n' -> json.append("\\n");
                case '<', '>', '&', '\u2028', '\u2029' -> escape(json, character);
                default -> {
                    if (character < ' ' || Character.isSurrogate(character)) {
                        escape(json, character);
                    } else {
                        json.append(character);
                    }
                }
            }
        }
        return json.append('"').toString();
    }

    private static void escape(StringBuilder json, char character) {
        json.append(String.format("\\u%04x", (int) character));
    }
}
