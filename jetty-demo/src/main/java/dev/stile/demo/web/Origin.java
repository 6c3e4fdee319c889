package dev.stile.demo.web;

import jakarta.servlet.http.HttpServletRequest;

/** The scheme, host and port that the visitor sees. */
final class Origin {

    private Origin() {}

    /** The origin of a request's address, without a path. */
    static String of(HttpServletRequest request) {
        String url = request.getRequestURL().toString();
        return url.substring(0, url.length() - request.getRequestURI().length());
    }

    /**
     * Whether a page of the same origin sent this request. Browsers say where a form comes from in one of two headers:
     * by plain http and another name than a loopback address they send {@code Origin} alone. Who sends neither is not
     * believed.
     */
    static boolean isSender(HttpServletRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        return site == null ? of(request).equals(request.getHeader("Origin")) : site.equals("same-origin");
    }
}
