package dev.stile.servlet;

import jakarta.servlet.FilterConfig;
import jakarta.servlet.ServletContext;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** As much of a container as the start and the end of a filter need. */
final class Container {
    private final Map<String, Object> attributes = new HashMap<>();
    private final Map<String, String> options = new TreeMap<>();
    private final Map<String, String> packed = new HashMap<>();
    private @Nullable Path folder;

    Container option(String name, String value) {
        options.put(name, value);
        return this;
    }

    /** The application lies unpacked in this folder. */
    Container unpackedIn(Path folder) {
        this.folder = folder;
        return this;
    }

    /** The application holds this file and is packed. */
    Container packed(String path, String content) {
        packed.put(path, content);
        return this;
    }

    FilterConfig filter() {
        ServletContext context = context();
        return Stub.of(FilterConfig.class, (method, arguments) -> switch (method) {
            case "getServletContext" -> context;
            case "getFilterName" -> "stile";
            case "getInitParameterNames" -> Collections.enumeration(options.keySet());
            case "getInitParameter" -> options.get((String) arguments[0]);
            default -> throw new UnsupportedOperationException(method);
        });
    }

    ServletContext context() {
        return Stub.of(ServletContext.class, (method, arguments) -> switch (method) {
            case "getContextPath" -> "/app";
            case "getFilterRegistrations" -> Map.of();
            case "getAttribute" -> attributes.get((String) arguments[0]);
            case "setAttribute" -> attributes.put((String) arguments[0], arguments[1]);
            case "removeAttribute" -> attributes.remove((String) arguments[0]);
            case "getRealPath" -> folder == null ? null : folder + (String) arguments[0];
            case "getResourcePaths" -> files((String) arguments[0]);
            case "getResourceAsStream" ->
                packed.containsKey((String) arguments[0])
                        ? new ByteArrayInputStream(
                                packed.get((String) arguments[0]).getBytes(StandardCharsets.UTF_8))
                        : null;
            default -> throw new UnsupportedOperationException(method);
        });
    }

    private @Nullable Set<String> files(String path) {
        if (folder == null) {
            Set<String> found = packed.keySet().stream()
                    .filter(file -> file.startsWith(path) && file.indexOf('/', path.length()) < 0)
                    .collect(Collectors.toSet());
            return found.isEmpty() ? null : found;
        }
        return Files.exists(folder.resolve("WEB-INF/stile.yaml")) ? Set.of("/WEB-INF/stile.yaml") : Set.of();
    }
}
