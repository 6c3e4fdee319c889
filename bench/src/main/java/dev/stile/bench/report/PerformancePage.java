package dev.stile.bench.report;

import dev.stile.bench.MarkedTables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Puts what a benchmark measured between its markers in {@code docs/performance.md}, below the description of the
 * machine, and prints it.
 */
public final class PerformancePage {
    private PerformancePage() {}

    /**
     * Replaces one section.
     *
     * @param docs the folder of the docs
     * @param name of the section: {@code browser}, {@code jvm}, {@code http} or {@code attack}
     * @param markdown its tables
     */
    public static void put(Path docs, String name, String markdown) throws IOException {
        Path page = docs.resolve("performance.md");
        String section = Machine.description() + "\n\n" + markdown.strip() + "\n";
        Files.writeString(page, MarkedTables.replaced(Files.readString(page), name, section));
        System.out.println(section);
    }

    /**
     * Puts a section that another program has measured.
     *
     * @param args the folder of the docs, the name of the section, and the file that holds its Markdown
     */
    public static void main(String[] args) throws IOException {
        put(Path.of(args[0]), args[1], Files.readString(Path.of(args[2])));
    }
}
