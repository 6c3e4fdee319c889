package dev.stile.page;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/** Reads properties files in UTF-8. */
final class PropertyFile {
    private PropertyFile() {}

    /** The entries of one in the jar. */
    static Map<String, String> read(String path) {
        return parse(Resources.text(path));
    }

    /**
     * The entries of a file with this text; of a key that comes twice, the last.
     *
     * @throws IllegalArgumentException if an escape is broken
     */
    static Map<String, String> parse(String text) {
        Properties properties = new Properties();
        try {
            properties.load(new StringReader(text));
        } catch (IOException e) {
            throw new UncheckedIOException("a string can be read", e);
        }
        Map<String, String> entries = new TreeMap<>();
        properties.stringPropertyNames().forEach(name -> entries.put(name, properties.getProperty(name)));
        return entries;
    }
}
