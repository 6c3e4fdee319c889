package dev.stile.it.headers;

import dev.stile.it.headers.RawRequest.Field;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** Writes header sets as JSON, one header a line, so that two recordings can be compared line by line. */
final class HeaderFile {
    private HeaderFile() {}

    static void write(Path file, String source, String date, String browser, List<HeaderSet> sets) throws IOException {
        String body = sets.stream().map(HeaderFile::format).collect(Collectors.joining(",\n"));
        Files.writeString(file, """
                {"source": %s,
                 "date": %s,
                 "browser": %s,
                 "sets": [
                %s
                ]}
                """.formatted(quoted(source), quoted(date), quoted(browser), body));
    }

    private static String format(HeaderSet set) {
        return """
                {"name": %s, "scheme": %s, "kind": %s, "method": %s, "headers": [
                %s
                ]}""".formatted(
                        quoted(set.name()),
                        quoted(set.scheme()),
                        quoted(set.kind()),
                        quoted(set.method()),
                        set.headers().stream().map(HeaderFile::format).collect(Collectors.joining(",\n")));
    }

    private static String format(Field field) {
        return "  [" + quoted(field.name()) + ", " + quoted(field.value()) + "]";
    }

    /** Headers hold no control characters. */
    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
