package dev.stile.crawler;

import dev.stile.network.CidrBlock;
import dev.stile.network.CidrSet;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;

/** Reads the definitions that travel in the jar: {@code crawlers.properties}, and a list of ranges for some. */
final class ShippedCrawlers {
    private static final String TOKEN = ".token";

    private ShippedCrawlers() {}

    /** All definitions. */
    static List<Crawler> read() {
        Properties definitions = definitions();
        return definitions.stringPropertyNames().stream()
                .filter(key -> key.endsWith(TOKEN))
                .map(key -> crawler(key.substring(0, key.length() - TOKEN.length()), definitions))
                .toList();
    }

    static Properties definitions() {
        Properties definitions = new Properties();
        try {
            definitions.load(new StringReader(text("crawlers.properties").orElseThrow()));
        } catch (IOException e) {
            throw new UncheckedIOException("a string can be read", e);
        }
        return definitions;
    }

    private static Crawler crawler(String name, Properties definitions) {
        String domains = definitions.getProperty(name + ".domains", "");
        return new Crawler(
                name,
                definitions.getProperty(name + TOKEN),
                Stream.of(domains.split(" "))
                        .filter(domain -> !domain.isEmpty())
                        .toList(),
                CidrSet.of(ranges(name)));
    }

    private static List<CidrBlock> ranges(String name) {
        return text("ranges/" + name + ".txt").stream()
                .flatMap(String::lines)
                .filter(line -> !line.startsWith("#"))
                .map(line -> CidrBlock.parse(line)
                        .orElseThrow(() -> new IllegalStateException("the jar's ranges of " + name + " have " + line)))
                .toList();
    }

    /** A text beside this class in the jar, if there is one. */
    static Optional<String> text(String path) {
        try (InputStream in = ShippedCrawlers.class.getResourceAsStream(path)) {
            return in == null ? Optional.empty() : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + path, e);
        }
    }
}
