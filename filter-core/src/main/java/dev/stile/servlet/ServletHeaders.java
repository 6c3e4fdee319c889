package dev.stile.servlet;

import dev.stile.request.Headers;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Optional;

/** The headers of a servlet request. */
record ServletHeaders(HttpServletRequest request) implements Headers {
    @Override
    public List<String> all(String name) {
        // The API lets a container hide headers by answering null.
        Enumeration<String> values = request.getHeaders(name);
        return values == null ? List.of() : Collections.list(values);
    }

    @Override
    public Optional<String> first(String name) {
        return Optional.ofNullable(request.getHeader(name));
    }

    @Override
    public boolean has(String name) {
        return request.getHeader(name) != null;
    }
}
