package dev.stile.demo.web;

import dev.stile.demo.archive.Entry;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** The addresses of the demo's pages, as paths of this origin. Links within the archive stay in their area. */
record Links(String contextPath, Area area) {

    static Links of(HttpServletRequest request, Area area) {
        return new Links(request.getContextPath(), area);
    }

    Links in(Area other) {
        return new Links(contextPath, other);
    }

    /** A path that is no part of an area. */
    String to(String path) {
        return contextPath + path;
    }

    String entries() {
        return contextPath + area.path() + "/entries/";
    }

    String letter(char letter) {
        return entries() + "?letter=" + letter;
    }

    String entry(String slug) {
        return entries() + slug;
    }

    String entry(Entry entry) {
        return entry(entry.slug());
    }

    String search() {
        return contextPath + area.path() + "/search";
    }

    String search(String query, int page) {
        return search() + "?q=" + URLEncoder.encode(query, StandardCharsets.UTF_8) + (page > 1 ? "&page=" + page : "");
    }
}
