package dev.stile.request;

import dev.stile.protocol.BrowserFamily;
import dev.stile.protocol.Host;
import dev.stile.protocol.Target;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * All that the gate may know about one request. Made before any decision; nothing in it changes.
 *
 * @param endpoint what the request is for
 * @param method as sent; methods are case-sensitive (RFC 9110 §9.1)
 * @param path within the application, as the container maps it: decoded, without path parameters and empty segments
 * @param query the raw query, at most as long as the container allows; empty if there is none
 * @param target where the visitor meant to go, seen from the origin
 * @param host the host that was asked
 * @param secure whether the browser's connection is encrypted, as far as the container knows
 * @param client where it comes from
 * @param headers what the client sent
 * @param passes the values of the first cookies that bear the pass's name
 * @param application what only the container and the application can tell
 */
public record RequestFacts(
        Endpoint endpoint,
        String method,
        String path,
        String query,
        Target target,
        Host host,
        boolean secure,
        ClientAddress client,
        Headers headers,
        List<String> passes,
        ApplicationFacts application) {
    /** Browsers send a preflight without credentials and without a body. */
    private static final List<String> NEVER_IN_PREFLIGHTS =
            List.of("Cookie", "Authorization", "Content-Type", "Transfer-Encoding");

    /** What a page fetches to show itself (Fetch standard, "destination"). */
    private static final Set<String> PARTS = Set.of(
            "audio",
            "font",
            "image",
            "manifest",
            "paintworklet",
            "audioworklet",
            "script",
            "serviceworker",
            "sharedworker",
            "style",
            "track",
            "video",
            "worker",
            "xslt");

    private static final Set<String> PART_NAMES = Set.of(
            "css", "js", "mjs", "wasm", "ico", "svg", "png", "jpg", "jpeg", "gif", "webp", "avif", "woff", "woff2",
            "ttf", "otf", "mp3", "mp4", "ogg", "webm");

    public RequestFacts {
        passes = List.copyOf(passes);
    }

    /** The engine that the client claims. */
    public BrowserFamily family() {
        return UserAgents.family(headers.first("User-Agent").orElse(""));
    }

    /**
     * Whether the answer is shown as a page, be it of a link or of a form. Browsers say so in {@code Sec-Fetch-Mode},
     * except old ones and on plain http: there the {@code Accept} header tells (PROTOCOL §6).
     */
    public boolean isNavigation() {
        String mode = headers.first("Sec-Fetch-Mode").orElse("");
        // Firefox calls a navigation that a service worker hands on "same-origin": there, too, only Accept tells.
        boolean byAccept = mode.isEmpty() || mode.equals("same-origin");
        return (isRead() || isPost()) && (mode.equals("navigate") || (byAccept && acceptsPage()));
    }

    /**
     * Whether this seems to be for a part of a page: an image, a style, a script. Browsers say so in {@code
     * Sec-Fetch-Dest}, except old ones and on plain http: there {@code Accept} tells, or the name of what is asked for.
     * Anybody can ask so: what is served as a page must count as one.
     */
    public boolean isSubResource() {
        String destination = headers.first("Sec-Fetch-Dest").orElse("");
        return isRead()
                && (PARTS.contains(destination) || (destination.isEmpty() && (acceptsPart() || isNamedAsPart())));
    }

    private boolean acceptsPart() {
        String accept = headers.first("Accept").orElse("").toLowerCase(Locale.ROOT);
        return accept.startsWith("image/") || accept.startsWith("text/css");
    }

    /** Scripts, fonts and icons are asked for with any Accept, by a name that ends as such files do. */
    private boolean isNamedAsPart() {
        int dot = path.lastIndexOf('.');
        return !acceptsPage() && PART_NAMES.contains(path.substring(dot + 1).toLowerCase(Locale.ROOT));
    }

    /** Whether the method asks for something and changes nothing. */
    public boolean isRead() {
        return method.equals("GET") || method.equals("HEAD");
    }

    /** Whether the client only asks if such a request would go on (PROTOCOL §6.5). */
    public boolean isProbe() {
        return headers.all("Stile-Probe").equals(List.of("1"));
    }

    /** Whether the request may bring a form. */
    public boolean isPost() {
        return method.equals("POST");
    }

    private boolean acceptsPage() {
        return !headers.has("X-Requested-With")
                && !headers.has("HX-Request")
                && headers.first("Accept").orElse("").toLowerCase(Locale.ROOT).contains("text/html");
    }

    /**
     * Whether this is a CORS preflight, which carries no cookies and so can never show a pass (Fetch standard, CORS
     * protocol).
     */
    public boolean isPreflight() {
        return method.equals("OPTIONS")
                && headers.has("Origin")
                && headers.has("Access-Control-Request-Method")
                && NEVER_IN_PREFLIGHTS.stream().noneMatch(headers::has)
                && headers.first("Content-Length").orElse("0").equals("0");
    }
}
