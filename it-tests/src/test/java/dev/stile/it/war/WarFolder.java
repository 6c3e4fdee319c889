package dev.stile.it.war;

import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServlet;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A web application as a folder: {@code web.xml} is the README's snippet with what a test adds, {@code WEB-INF/lib} the
 * one jar, {@code WEB-INF/classes} copies of the test's classes. Immutable; equal ones are the same application.
 *
 * @param before elements of web.xml before the snippet
 * @param snippet the README's filter and its mapping
 * @param after elements of web.xml after the snippet
 * @param classes what goes into WEB-INF/classes
 * @param files texts by their path in the WAR
 */
public record WarFolder(String before, String snippet, String after, Set<Class<?>> classes, Map<String, String> files) {

    private static final Pattern XML_BLOCK = Pattern.compile("```xml\\n(.*?)```", Pattern.DOTALL);

    public WarFolder {
        classes = Set.copyOf(classes);
        files = Map.copyOf(files);
    }

    /** The README's snippet as it stands, and one static page. */
    static WarFolder ofReadme() {
        return new WarFolder("", readmeSnippet(), "", Set.of(), Map.of("index.html", "<p>STATIC-PAGE</p>"));
    }

    private static String readmeSnippet() {
        Matcher blocks = XML_BLOCK.matcher(read(Path.of(System.getProperty("stile.readme"))));
        return blocks.results()
                .map(block -> block.group(1))
                .filter(block -> block.contains("<filter-class>"))
                .collect(Collectors.collectingAndThen(Collectors.toList(), found -> {
                    if (found.size() != 1) {
                        throw new IllegalStateException("the README has " + found.size() + " snippets with a filter");
                    }
                    return found.get(0);
                }));
    }

    /** An init-param of the README's filter. */
    WarFolder option(String name, String value) {
        return withSnippet(snippet.replace("</filter>", "  " + initParam(name, value) + "\n</filter>"));
    }

    static String initParam(String name, String value) {
        String escaped = value.replace("&", "&amp;").replace("<", "&lt;");
        return "<init-param><param-name>" + name + "</param-name><param-value>" + escaped
                + "</param-value></init-param>";
    }

    /** Other URL patterns than the README's. */
    WarFolder mappedTo(String... patterns) {
        String elements = Arrays.stream(patterns)
                .map(pattern -> "<url-pattern>" + pattern + "</url-pattern>")
                .collect(Collectors.joining());
        return withSnippet(snippet.replace("<url-pattern>/*</url-pattern>", elements));
    }

    /** Dispatcher types for the README's mapping, which names none. */
    WarFolder dispatchers(String... types) {
        String elements = Arrays.stream(types)
                .map(type -> "  <dispatcher>" + type + "</dispatcher>\n")
                .collect(Collectors.joining());
        return withSnippet(snippet.replace("</filter-mapping>", elements + "</filter-mapping>"));
    }

    /** A filter of the application that runs before Stile. */
    WarFolder filterBefore(Class<? extends Filter> filter, boolean asyncSupported) {
        String elements = "<filter><filter-name>" + filter.getSimpleName() + "</filter-name><filter-class>"
                + filter.getName() + "</filter-class><async-supported>" + asyncSupported
                + "</async-supported></filter>\n<filter-mapping><filter-name>" + filter.getSimpleName()
                + "</filter-name><url-pattern>/*</url-pattern></filter-mapping>\n";
        return new WarFolder(before + elements, snippet, after, and(filter), files);
    }

    /** A servlet of the application, with async supported. */
    WarFolder servlet(Class<? extends HttpServlet> servlet, String... patterns) {
        String mappings = Arrays.stream(patterns)
                .map(pattern -> "<url-pattern>" + pattern + "</url-pattern>")
                .collect(Collectors.joining());
        String elements = "<servlet><servlet-name>" + servlet.getSimpleName() + "</servlet-name><servlet-class>"
                + servlet.getName() + "</servlet-class><async-supported>true</async-supported></servlet>\n"
                + "<servlet-mapping><servlet-name>" + servlet.getSimpleName() + "</servlet-name>" + mappings
                + "</servlet-mapping>\n";
        return new WarFolder(before, snippet, after + elements, and(servlet), files);
    }

    /** Any element of web.xml, after all others. */
    WarFolder element(String xml) {
        return new WarFolder(before, snippet, after + xml + "\n", classes, files);
    }

    /** A class that is named elsewhere. */
    WarFolder type(Class<?> type) {
        return new WarFolder(before, snippet, after, and(type), files);
    }

    /** A text file. */
    WarFolder file(String path, String text) {
        Map<String, String> more = new TreeMap<>(files);
        more.put(path, text);
        return new WarFolder(before, snippet, after, classes, more);
    }

    private WarFolder withSnippet(String changed) {
        if (changed.equals(snippet)) {
            throw new IllegalStateException("the README's snippet has not the place for this");
        }
        return new WarFolder(before, changed, after, classes, files);
    }

    private Set<Class<?>> and(Class<?> type) {
        Set<Class<?>> more = new HashSet<>(classes);
        more.add(type);
        return more;
    }

    /** Makes the folder's content. */
    void writeTo(Path folder) {
        write(
                folder.resolve("WEB-INF/web.xml"),
                "<web-app xmlns=\"https://jakarta.ee/xml/ns/jakartaee\" version=\"6.0\">\n" + before + snippet + after
                        + "</web-app>\n");
        files.forEach((path, text) -> write(folder.resolve(path), text));
        classes.forEach(type -> copy(type, folder.resolve("WEB-INF/classes")));
        Path jar = Path.of(System.getProperty("stile.jar"));
        try {
            Files.createDirectories(folder.resolve("WEB-INF/lib"));
            Files.copy(jar, folder.resolve("WEB-INF/lib/filter-core-all.jar"));
        } catch (IOException e) {
            throw new UncheckedIOException("build filter-core-all first", e);
        }
    }

    private static void copy(Class<?> type, Path classes) {
        String path = type.getName().replace('.', '/') + ".class";
        try (InputStream in = type.getClassLoader().getResourceAsStream(path)) {
            Files.createDirectories(classes.resolve(path).getParent());
            Files.copy(in, classes.resolve(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Path file, String text) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
