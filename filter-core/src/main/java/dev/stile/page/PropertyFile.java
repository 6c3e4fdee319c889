package dev.stile.page;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/** Reads a properties file in UTF-8 from the jar. */
final class PropertyFile {
    private PropertyFile() {}

    static Map<String, String> read(String path) {
        Properties properties = new Properties();
        try {
            properties.load(new StringReader(Resources.text(path)));
        } catch (IOException e) {
            throw new UncheckedIOException("a string can be read", e);
        }
        Map<String, String> entries = new TreeMap<>();
        properties.stringPropertyNames().forEach(name -> entries.put(name, properties.getProperty(name)));
        return entries;
    }
}
