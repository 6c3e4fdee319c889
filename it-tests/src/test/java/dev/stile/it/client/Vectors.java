package dev.stile.it.client;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.openqa.selenium.json.Json;

/** The shared vectors, {@code protocol/vectors/*.json}. */
final class Vectors {

    private static final Path DIRECTORY = Path.of("..", "protocol", "vectors");

    private Vectors() {}

    /** One vector: a JSON object with a name. */
    record Vector(Map<?, ?> members) {

        boolean has(String member) {
            return members.containsKey(member);
        }

        String text(String member) {
            return (String) members.get(member);
        }

        byte[] hex(String member) {
            return HexFormat.of().parseHex(text(member));
        }

        long number(String member) {
            return ((Number) members.get(member)).longValue();
        }

        boolean flag(String member) {
            return (Boolean) members.get(member);
        }

        Vector object(String member) {
            return new Vector((Map<?, ?>) members.get(member));
        }

        /** A list of u64 in decimal. */
        long[] counters(String member) {
            return ((List<?>) members.get(member))
                    .stream()
                            .mapToLong(counter -> Long.parseUnsignedLong((String) counter))
                            .toArray();
        }

        @Override
        public String toString() {
            return text("name");
        }
    }

    static Stream<Vector> of(String file) {
        try {
            Map<String, Object> json = new Json().toType(Files.readString(DIRECTORY.resolve(file)), Json.MAP_TYPE);
            return ((List<?>) json.get("vectors")).stream().map(vector -> new Vector((Map<?, ?>) vector));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The values of example.json by their names. */
    static Map<String, String> example() {
        return of("example.json")
                .collect(Collectors.toMap(vector -> vector.text("name"), vector -> vector.text("value")));
    }
}
