package dev.stile.suspicion;

import dev.stile.protocol.BrowserFamily;
import dev.stile.request.Headers;
import dev.stile.request.RequestFacts;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Looks for what ordinary browsers do not do in a request's headers. Every header can be copied: this finds programs
 * that do not bother to, not those that do. Headless Firefox and WebKit send what headed ones send. The recorded header
 * sets in this module's tests are what "ordinary" means here.
 */
public final class HeaderSignals {
    private static final Pattern CHROMIUM_BRAND = Pattern.compile("\"Chromium\";\\s?v=\"([0-9]{1,4})");
    private static final Set<String> FETCH_SITES = Set.of("none", "same-origin", "same-site", "cross-site");
    private static final Set<String> FETCH_MODES = Set.of("navigate", "cors", "no-cors", "same-origin", "websocket");

    /** What a navigation fills (Fetch standard, "destination"); empty for downloads and through service workers. */
    private static final Set<String> NAVIGATED =
            Set.of("document", "iframe", "frame", "fencedframe", "embed", "object", "empty");

    /** The destinations of pages: only with these do all engines send their whole set of headers. */
    private static final Set<String> PAGES = Set.of("document", "iframe", "frame");

    private final RequestFacts facts;
    private final Headers headers;
    private final ClaimedBrowser browser;
    private final String site;
    private final String mode;
    private final String destination;
    private final Set<Signal> signals = EnumSet.noneOf(Signal.class);

    private HeaderSignals(RequestFacts facts) {
        this.facts = facts;
        this.headers = facts.headers();
        this.browser = ClaimedBrowser.of(headers.first("User-Agent").orElse(""));
        this.site = headers.first("Sec-Fetch-Site").orElse("");
        this.mode = headers.first("Sec-Fetch-Mode").orElse("");
        this.destination = headers.first("Sec-Fetch-Dest").orElse("");
    }

    /** What is suspicious about the headers of one request. */
    public static Suspicion read(RequestFacts facts) {
        return new HeaderSignals(facts).read();
    }

    private Suspicion read() {
        AgentSignals.of(browser.userAgent()).ifPresent(signals::add);
        readLanguage();
        // A WebSocket's opening request carries few other headers, and which ones differs from browser to browser.
        if (!opensWebSocket()) {
            readAccept();
            readFetchMetadata();
            readClientHints();
        }
        return signals.isEmpty() ? Suspicion.NONE : new Suspicion(List.copyOf(signals));
    }

    private void readAccept() {
        // Chromium sends no Accept when it downloads the target of a link.
        if (!headers.has("Accept") && browser.family() != BrowserFamily.CHROMIUM) {
            signals.add(Signal.NO_ACCEPT);
        }
    }

    private void readLanguage() {
        // Some libraries send a bare star, browsers the languages of their user.
        if (headers.first("Accept-Language")
                .filter(value -> !value.isBlank())
                .orElse("*")
                .equals("*")) {
            signals.add(Signal.NO_ACCEPT_LANGUAGE);
        }
    }

    /** RFC 6455 §4.1; a browser always names its origin. */
    private boolean opensWebSocket() {
        return facts.method().equals("GET")
                && headers.first("Upgrade").orElse("").equalsIgnoreCase("websocket")
                && headers.has("Sec-WebSocket-Key")
                && headers.has("Origin");
    }

    private void readFetchMetadata() {
        if (site.isEmpty() && mode.isEmpty()) {
            if (facts.secure() && browser.sendsFetchMetadata()) {
                signals.add(Signal.NO_FETCH_METADATA);
            }
            return;
        }
        // A preflight over plain http has a mode alone.
        boolean known = (facts.isPreflight() || FETCH_SITES.contains(site))
                && FETCH_MODES.contains(mode)
                && headers.first("Sec-Fetch-User").orElse("?1").equals("?1");
        if (!known || (mode.equals("navigate") && !isLikeANavigation())) {
            signals.add(Signal.ODD_FETCH_METADATA);
        }
    }

    private boolean isLikeANavigation() {
        return NAVIGATED.contains(destination) && (!isPage() || acceptsHtml());
    }

    private boolean isPage() {
        return mode.equals("navigate") && PAGES.contains(destination);
    }

    private boolean acceptsHtml() {
        return headers.first("Accept").orElse("").contains("text/html");
    }

    private void readClientHints() {
        String brands = headers.first("Sec-CH-UA").orElse("");
        if (brands.isEmpty()) {
            // Workers, worklets, downloads and preflights carry no hints; pages do.
            if (facts.secure() && isPage() && browser.sendsClientHints()) {
                signals.add(Signal.NO_CLIENT_HINTS);
            }
        } else if (contradicts(brands)) {
            signals.add(Signal.CONTRADICTING_CLIENT_HINTS);
        }
    }

    private boolean contradicts(String brands) {
        if (browser.family() != BrowserFamily.CHROMIUM || brands.contains("Headless")) {
            return true;
        }
        Matcher chromium = CHROMIUM_BRAND.matcher(brands);
        boolean otherVersion = chromium.find() && Integer.parseInt(chromium.group(1)) != browser.version();
        return otherVersion
                || contradictsPlatform(headers.first("Sec-CH-UA-Platform").orElse(""))
                || contradictsMobile(headers.first("Sec-CH-UA-Mobile").orElse(""));
    }

    private boolean contradictsMobile(String mobile) {
        boolean desktop = browser.userAgent().contains("Windows NT")
                || browser.userAgent().contains("Macintosh");
        return mobile.equals("?1") && desktop;
    }

    /** Android asks for desktop pages with the User-Agent of a Linux desktop, so Linux contradicts nothing. */
    private boolean contradictsPlatform(String platform) {
        String userAgent = browser.userAgent();
        boolean likeLinux = userAgent.contains("Linux") || userAgent.contains("X11");
        return switch (platform) {
            case "\"Windows\"" -> !userAgent.contains("Windows");
            case "\"macOS\"" -> !userAgent.contains("Macintosh");
            case "\"Android\"", "\"Linux\"" -> !likeLinux;
            default -> false;
        };
    }
}
