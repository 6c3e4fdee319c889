package dev.stile.demo.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The headers of a request that the gate looks at, ready to be shown to the visitor who sent them. */
final class ReadHeaders {

    private static final Set<String> NAMES = Set.of(
            "accept",
            "accept-encoding",
            "accept-language",
            "host",
            "hx-request",
            "origin",
            "upgrade",
            "user-agent",
            "x-requested-with");

    /** Fetch metadata and client hints. */
    private static final String SECURE_PREFIX = "sec-";

    private static final int MAX_LENGTH = 500;

    private ReadHeaders() {}

    /** A header with all its values. */
    record Header(String name, String value) {}

    static List<Header> of(HttpServletRequest request) {
        Stream<Header> read = Collections.list(request.getHeaderNames()).stream()
                .filter(ReadHeaders::isRead)
                .map(name -> new Header(name, cut(String.join(", ", Collections.list(request.getHeaders(name))))));
        return Stream.concat(read, cookies(request)).toList();
    }

    private static boolean isRead(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return NAMES.contains(lower) || lower.startsWith(SECURE_PREFIX);
    }

    /** The names of the cookies alone: one of them is the pass, and others may be an application's. */
    private static Stream<Header> cookies(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        return cookies == null
                ? Stream.empty()
                : Stream.of(new Header(
                        "Cookie",
                        cut(Arrays.stream(cookies).map(Cookie::getName).collect(Collectors.joining(", ")))));
    }

    private static String cut(String value) {
        return value.length() <= MAX_LENGTH ? value : value.substring(0, MAX_LENGTH) + " …";
    }
}
