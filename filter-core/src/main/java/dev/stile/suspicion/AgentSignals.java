package dev.stile.suspicion;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What the User-Agent alone tells. */
final class AgentSignals {
    /** Browsers in use send 60 to 300 characters; in-app browsers that list their features stay below this. */
    private static final int MAX_LENGTH = 1024;

    /**
     * Words, in lower case, by which programs that fetch pages name themselves: command lines, libraries, headless
     * browsers, crawlers. Only honest ones are found so. Each has a mark that keeps it from matching inside a browser's
     * name: a bare "bot" is also in the name of a maker of phones.
     */
    private static final List<String> PROGRAMS = List.of(
            "headlesschrome",
            "phantomjs",
            "puppeteer",
            "playwright",
            "selenium",
            "curl/",
            "wget/",
            "libwww-perl",
            "httpie/",
            "powershell/",
            "postmanruntime/",
            "python",
            "aiohttp/",
            "scrapy/",
            "go-http-client/",
            "java/",
            "java-http-client/",
            "apache-httpclient/",
            "okhttp/",
            "node-fetch",
            "undici",
            "axios/",
            "guzzlehttp/",
            "php/",
            "reqwest/",
            "bot/",
            "robot",
            "crawler",
            "spider",
            "compatible;");

    /** Gecko stands in what every engine says of itself, but for WebKit's oldest and in-app relatives. */
    private static final List<String> ENGINES = List.of("AppleWebKit/", "Gecko");

    private AgentSignals() {}

    static Optional<Signal> of(String userAgent) {
        if (userAgent.isBlank()) {
            return Optional.of(Signal.NO_USER_AGENT);
        }
        if (userAgent.length() > MAX_LENGTH || !isVisibleAscii(userAgent)) {
            return Optional.of(Signal.UNUSUAL_AGENT);
        }
        String lower = userAgent.toLowerCase(Locale.ROOT);
        if (PROGRAMS.stream().anyMatch(lower::contains)) {
            return Optional.of(Signal.SCRIPTED_AGENT);
        }
        return hasBrowserForm(userAgent) ? Optional.empty() : Optional.of(Signal.UNUSUAL_AGENT);
    }

    private static boolean isVisibleAscii(String text) {
        return text.chars().allMatch(c -> c >= 0x20 && c < 0x7f);
    }

    /** Every browser in use begins so and names its system in brackets and its engine after them. */
    private static boolean hasBrowserForm(String userAgent) {
        boolean isBrowser =
                userAgent.startsWith("Mozilla/5.0 (") && ENGINES.stream().anyMatch(userAgent::contains);
        return isBrowser || userAgent.startsWith("AppleCoreMedia/1.0.0.");
    }
}
