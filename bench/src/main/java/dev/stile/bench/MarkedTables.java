package dev.stile.bench;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Tables of Markdown that are computed, and stand between markers in documents that people write. */
public final class MarkedTables {
    private static final String END = "<!-- end -->";

    private MarkedTables() {}

    /** A table; its first column is aligned to the left, the others to the right. */
    public static String table(List<String> heads, Stream<List<String>> rows) {
        List<String> rule = Stream.concat(
                        Stream.of("---"), Stream.generate(() -> "---:").limit(heads.size() - 1L))
                .toList();
        return Stream.concat(Stream.of(heads, rule), rows)
                .map(cells -> cells.stream().collect(Collectors.joining(" | ", "| ", " |\n")))
                .collect(Collectors.joining());
    }

    /** The text with a table in the place of the one of that name. */
    public static String replaced(String text, String name, String table) {
        String begin = "<!-- table: " + name + " -->\n";
        int from = text.indexOf(begin);
        int to = text.indexOf(END, from);
        if (from < 0 || to < 0) {
            throw new IllegalArgumentException("no markers for the table " + name);
        }
        return text.substring(0, from + begin.length()) + "\n" + table + "\n" + text.substring(to);
    }
}
