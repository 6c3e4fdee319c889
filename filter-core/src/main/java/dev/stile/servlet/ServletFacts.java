package dev.stile.servlet;

import dev.stile.page.BrowserFiles;
import dev.stile.protocol.Host;
import dev.stile.request.ClientAddress;
import dev.stile.request.Endpoint;
import dev.stile.request.Headers;
import dev.stile.request.RequestFacts;
import dev.stile.request.RequestTarget;
import dev.stile.request.TrustedProxies;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Makes facts of a servlet request. Reads no body and no parameter, so that the application sees its request untouched.
 * Safe for threads.
 */
final class ServletFacts {
    private static final Pattern EMPTY_SEGMENTS = Pattern.compile("/{2,}");
    /** Suspicious by Servlet 6.0 §3.5: a decoded path holds these only where the container was told to take them. */
    private static final Pattern AMBIGUOUS = Pattern.compile("\\\\|/\\.{1,2}(?:/|$)");

    private static final String OPERATOR = "/operator/";

    private final String endpointPath;
    private final BrowserFiles files;
    private final PassCookie cookie;
    private final TrustedProxies proxies;
    private final RequestConditions conditions;

    /**
     * @param endpointPath where the gate's endpoints live within the application, such as {@code /.stile}
     */
    ServletFacts(
            String endpointPath,
            BrowserFiles files,
            PassCookie cookie,
            TrustedProxies proxies,
            RequestConditions conditions) {
        this.endpointPath = endpointPath;
        this.files = files;
        this.cookie = cookie;
        this.proxies = proxies;
        this.conditions = conditions;
    }

    RequestFacts of(HttpServletRequest request) {
        Optional<String> path = path(request);
        Optional<Host> named = host(request);
        Host host = named.orElse(Host.UNKNOWN);
        Headers headers = new ServletHeaders(request);
        boolean clear = path.isPresent() && named.isPresent();
        return new RequestFacts(
                clear ? endpoint(path.get()) : Endpoint.UNCLEAR,
                request.getMethod(),
                path.orElse(""),
                orEmpty(request.getQueryString()),
                RequestTarget.of(request.getRequestURI(), request.getQueryString()),
                host,
                cookie.isSecure(request),
                proxies.client(ClientAddress.parse(orEmpty(request.getRemoteAddr())), headers),
                headers,
                cookie.read(request, host),
                new ServletApplicationFacts(request, conditions));
    }

    /**
     * The path as the container maps it, so that no spelling of a path is judged as another than it is served as. What
     * serves files drops empty segments and resolves dots that the mapping left alone (Jetty with a lenient
     * {@code UriCompliance} maps {@code //a} and {@code /a/..%2Fb} as they stand): the first we drop too, the rest is
     * ambiguous.
     */
    private static Optional<String> path(HttpServletRequest request) {
        try {
            String mapped = orEmpty(request.getServletPath()) + orEmpty(request.getPathInfo());
            String path = mapped.contains("//") ? EMPTY_SEGMENTS.matcher(mapped).replaceAll("/") : mapped;
            return isAmbiguous(path) ? Optional.empty() : Optional.of(path);
        } catch (IllegalArgumentException e) {
            // So Jetty says that it finds the path ambiguous, where it was told to accept such requests at all.
            return Optional.empty();
        }
    }

    /** Hardly any path has what the expression begins with, and to look for that takes a tenth of the time. */
    private static boolean isAmbiguous(String path) {
        return (path.indexOf('\\') >= 0 || path.contains("/."))
                && AMBIGUOUS.matcher(path).find();
    }

    private static Optional<Host> host(HttpServletRequest request) {
        List<String> headers = new ServletHeaders(request).all("Host");
        return switch (headers.size()) {
            case 0 ->
                Host.parse(request.getServerName() + ":" + request.getServerPort())
                        .passed();
            case 1 -> Host.parse(headers.get(0)).passed();
            default -> Optional.empty();
        };
    }

    private Endpoint endpoint(String path) {
        if (!path.equals(endpointPath) && !path.startsWith(endpointPath + "/")) {
            return Endpoint.PAGE;
        }
        return switch (path.substring(endpointPath.length())) {
            case "/redeem" -> Endpoint.REDEEM;
            case "/challenge" -> Endpoint.CHALLENGE;
            case "/wait" -> Endpoint.WAIT;
            case "/waited" -> Endpoint.WAITED;
            case "", "/" -> Endpoint.NOTHING;
            default -> path.startsWith(endpointPath + OPERATOR) ? Endpoint.OPERATOR : fileOrNothing(path);
        };
    }

    private Endpoint fileOrNothing(String path) {
        return files.find(path.substring(endpointPath.length() + 1)).isPresent() ? Endpoint.FILE : Endpoint.NOTHING;
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
