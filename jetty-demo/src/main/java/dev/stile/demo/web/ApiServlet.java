package dev.stile.demo.web;

import dev.stile.demo.archive.Archive;
import dev.stile.demo.archive.Entry;
import dev.stile.demo.archive.Excerpt;
import dev.stile.demo.archive.Page;
import dev.stile.demo.archive.Passage;
import dev.stile.demo.archive.Passage.Credit;
import dev.stile.demo.archive.Passage.Quote;
import dev.stile.demo.archive.Passage.Stanza;
import dev.stile.demo.archive.Query;
import dev.stile.demo.archive.Search;
import dev.stile.demo.archive.Search.Hit;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** {@code /api/}: the archive as JSON. The gate asks every client for a proof of work here. */
final class ApiServlet extends HttpServlet {

    private static final String ENTRIES = "/entries/";

    private final Archive archive;
    private final Search search;

    ApiServlet(Archive archive, Search search) {
        this.archive = archive;
        this.search = search;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String api = request.getContextPath() + request.getServletPath();
        String path = Optional.ofNullable(request.getPathInfo()).orElse("/");
        if (path.equals("/")) {
            send(response, HttpServletResponse.SC_OK, "application/json", overview(api));
        } else if (path.equals("/search")) {
            Query query = Parameters.query(request);
            Page<Hit> page = search.find(query, Parameters.page(request));
            send(response, HttpServletResponse.SC_OK, "application/json", results(api, query, page));
        } else {
            Optional<Entry> entry =
                    path.startsWith(ENTRIES) ? archive.find(path.substring(ENTRIES.length())) : Optional.empty();
            if (entry.isPresent()) {
                send(response, HttpServletResponse.SC_OK, "application/json", entry(entry.get()));
            } else {
                send(response, HttpServletResponse.SC_NOT_FOUND, "application/problem+json", notFound());
            }
        }
    }

    private static void send(HttpServletResponse response, int status, String type, Map<String, ?> body)
            throws IOException {
        response.setStatus(status);
        response.setContentType(type);
        response.setCharacterEncoding("UTF-8");
        response.setHeader("Cache-Control", "private, no-cache");
        response.getWriter().write(Json.write(body) + "\n");
    }

    private Map<String, ?> overview(String api) {
        return object(
                "title",
                "The Devil’s Dictionary",
                "entries",
                archive.entries().size(),
                "entry",
                api + ENTRIES + "{word}",
                "search",
                api + "/search?q={words}&page={number}");
    }

    private static Map<String, ?> entry(Entry entry) {
        return object(
                "headword", entry.headword(),
                "grammar", entry.grammar(),
                "text",
                        entry.passages().stream()
                                .map(passage -> object("kind", kind(passage), "text", passage.text()))
                                .toList());
    }

    private static String kind(Passage passage) {
        if (passage instanceof Quote) {
            return "quote";
        }
        if (passage instanceof Stanza) {
            return "verse";
        }
        return passage instanceof Credit ? "by" : "prose";
    }

    private static Map<String, ?> results(String api, Query query, Page<Hit> page) {
        return object(
                "query", query.text(),
                "page", page.number(),
                "pages", page.count(),
                "total", page.total(),
                "results",
                        page.items().stream()
                                .map(hit -> object(
                                        "headword", hit.entry().headword(),
                                        "grammar", hit.entry().grammar(),
                                        "entry", api + ENTRIES + hit.entry().slug(),
                                        "excerpt", text(hit.excerpt())))
                                .toList());
    }

    private static String text(Excerpt excerpt) {
        return excerpt.pieces().stream().map(Excerpt.Piece::text).collect(Collectors.joining());
    }

    private static Map<String, ?> notFound() {
        return object("title", "No such entry", "status", HttpServletResponse.SC_NOT_FOUND);
    }

    /** A map that keeps the order of its names and values, given in turn. */
    private static Map<String, ?> object(Object... namesAndValues) {
        Map<String, Object> object = new LinkedHashMap<>();
        for (int position = 0; position < namesAndValues.length; position += 2) {
            object.put((String) namesAndValues[position], namesAndValues[position + 1]);
        }
        return object;
    }
}
