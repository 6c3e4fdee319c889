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

    /** What a navigation fills (Fetch standard, "destination"); empty where a service worker passes it on. */
    private static final Set<String> NAVIGATED =
            Set.of("document", "iframe", "frame", "fencedframe", "embed", "object", "empty", "");

    private final RequestFacts facts;
    private final Headers headers;
    private final ClaimedBrowser browser;
    private final Set<Signal> signals = EnumSet.noneOf(Signal.class);

    private HeaderSignals(RequestFacts facts) {
        this.facts = facts;
        this.headers = facts.headers();
        this.browser = ClaimedBrowser.of(headers.first("User-Agent").orElse(""));
    }

    /** What is suspicious about the headers of one request. */
    public static Suspicion read(RequestFacts facts) {
        return new HeaderSignals(facts).read();
    }

    private Suspicion read() {
        AgentSignals.of(browser.userAgent()).ifPresent(signals::add);
        // A WebSocket's opening request carries few headers, and which ones differs from browser to browser.
        if (!headers.has("Sec-WebSocket-Key")) {
            readAccept();
            readFetchMetadata();
            readClientHints();
        }
        return signals.isEmpty() ? Suspicion.NONE : new Suspicion(List.copyOf(signals));
    }

    private void readAccept() {
        if (!headers.has("Accept")) {
            signals.add(Signal.NO_ACCEPT);
        }
        if (!headers.has("Accept-Language")) {
            signals.add(Signal.NO_ACCEPT_LANGUAGE);
        }
    }

    private void readFetchMetadata() {
        String site = headers.first("Sec-Fetch-Site").orElse("");
        String mode = headers.first("Sec-Fetch-Mode").orElse("");
        String user = headers.first("Sec-Fetch-User").orElse("?1");
        String destination = headers.first("Sec-Fetch-Dest").orElse("");
        if (site.isEmpty() && mode.isEmpty()) {
            if (facts.secure() && browser.sendsFetchMetadata()) {
                signals.add(Signal.NO_FETCH_METADATA);
            }
            return;
        }
        boolean known = FETCH_SITES.contains(site) && FETCH_MODES.contains(mode) && user.equals("?1");
        boolean oddNavigation = mode.equals("navigate")
                && (!NAVIGATED.contains(destination)
                        || !headers.first("Accept").orElse("").contains("text/html"));
        if (!known || oddNavigation) {
            signals.add(Signal.ODD_FETCH_METADATA);
        }
    }

    private void readClientHints() {
        String brands = headers.first("Sec-CH-UA").orElse("");
        if (brands.isEmpty()) {
            if (facts.secure() && browser.sendsClientHints()) {
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
