package dev.stile.demo.web;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;

/** Serves the bundled files that pages refer to: those of its list, and no others. */
final class AssetsServlet extends HttpServlet {

    private static final Map<String, String> TYPES = Map.of(
            "/assets/demo.css", "text/css;charset=UTF-8",
            "/assets/favicon.svg", "image/svg+xml",
            "/assets/scraper.js", "text/javascript;charset=UTF-8",
            "/assets/scripts.js", "text/javascript;charset=UTF-8",
            "/assets/htmx.js", "text/javascript;charset=UTF-8",
            "/robots.txt", "text/plain;charset=UTF-8",
            // Where browsers look for the icon of pages that name none, such as the gate's.
            "/favicon.ico", "image/svg+xml");

    /** As the webjar has it; the version is that of the POM. */
    private static final String HTMX = "/META-INF/resources/webjars/htmx.org/2.0.8/dist/htmx.min.js";

    private final Map<String, byte[]> files = new LinkedHashMap<>();

    AssetsServlet() {
        TYPES.keySet().forEach(path -> files.put(path, read(path.equals("/favicon.ico") ? "/favicon.svg" : path)));
    }

    /** The paths that this servlet is mapped to. */
    static String[] paths() {
        return TYPES.keySet().stream().sorted().toArray(String[]::new);
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String path = request.getServletPath();
        byte[] file = files.get(path);
        String type = TYPES.get(path);
        if (file == null || type == null) {
            NotFoundServlet.send(request, response, Area.OPEN);
            return;
        }
        response.setContentType(type);
        response.setContentLength(file.length);
        response.setHeader("Cache-Control", "max-age=300");
        response.getOutputStream().write(file);
    }

    private static byte[] read(String path) {
        String name = path.equals("/assets/htmx.js") ? HTMX : path.substring(path.lastIndexOf('/') + 1);
        try (InputStream file = AssetsServlet.class.getResourceAsStream(name)) {
            if (file == null) {
                throw new IllegalStateException(name + " is missing from the demo's jar");
            }
            return file.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(name + " cannot be read", e);
        }
    }
}
