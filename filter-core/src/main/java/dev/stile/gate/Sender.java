package dev.stile.gate;

import dev.stile.request.Headers;
import dev.stile.request.RequestFacts;
import java.util.List;
import java.util.Locale;

/**
 * What a request says about the page that sent it, compared with its own origin (PROTOCOL §9 V1). The scheme is not
 * compared: behind a proxy that ends TLS the application does not know the one that the browser used.
 */
enum Sender {
    /** A page of its own origin. */
    SAME_ORIGIN,
    /** A page of another origin, or one that hides where it is from; or the headers are ambiguous. */
    OTHER,
    /** It says nothing of pages: a program, or a very old browser. */
    UNNAMED;

    static Sender of(RequestFacts facts) {
        Headers headers = facts.headers();
        List<String> sites = headers.all("Sec-Fetch-Site");
        if (!sites.isEmpty()) {
            return sites.equals(List.of("same-origin")) ? SAME_ORIGIN : OTHER;
        }
        List<String> origins = headers.all("Origin");
        if (origins.isEmpty()) {
            return UNNAMED;
        }
        boolean same =
                origins.size() == 1 && isHost(origins.get(0), facts.host().text());
        return same ? SAME_ORIGIN : OTHER;
    }

    private static boolean isHost(String origin, String host) {
        String text = origin.toLowerCase(Locale.ROOT);
        return isHost(text, "https://", ":443", host) || isHost(text, "http://", ":80", host);
    }

    /** Browsers leave the scheme's own port out of both headers; a proxy may add it to Host. */
    private static boolean isHost(String origin, String scheme, String port, String host) {
        return origin.startsWith(scheme)
                && without(port, origin.substring(scheme.length())).equals(without(port, host));
    }

    private static String without(String port, String authority) {
        return authority.endsWith(port) ? authority.substring(0, authority.length() - port.length()) : authority;
    }
}
