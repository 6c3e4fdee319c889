package dev.stile.it.headers;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** An HTTP/1.1 request as it came over the wire: names in their case, fields in their order. */
record RawRequest(String method, String target, List<Field> fields) {
    private static final int LIMIT_CHARACTERS = 64 * 1024;

    record Field(String name, String value) {}

    RawRequest {
        fields = List.copyOf(fields);
    }

    /** Reads one, and drops its body; empty at the end of the stream. */
    static Optional<RawRequest> read(InputStream in) throws IOException {
        String requestLine = line(in);
        String[] words = requestLine.split(" ");
        if (words.length != 3) {
            return Optional.empty();
        }
        List<Field> fields = new ArrayList<>();
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            int colon = line.indexOf(':');
            fields.add(new Field(
                    line.substring(0, colon), line.substring(colon + 1).trim()));
        }
        RawRequest request = new RawRequest(words[0], words[1], fields);
        in.skipNBytes(Long.parseLong(request.first("Content-Length").orElse("0")));
        return Optional.of(request);
    }

    String path() {
        int query = target.indexOf('?');
        return query < 0 ? target : target.substring(0, query);
    }

    Optional<String> first(String name) {
        return fields.stream()
                .filter(field -> field.name().equalsIgnoreCase(name))
                .map(Field::value)
                .findFirst();
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c >= 0 && c != '\n'; c = in.read()) {
            line.append((char) c);
            if (line.length() > LIMIT_CHARACTERS) {
                throw new IOException("line too long");
            }
        }
        return line.toString().stripTrailing();
    }
}
