package dev.stile.suspicion;

import dev.stile.protocol.BrowserFamily;
import dev.stile.request.UserAgents;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a User-Agent claims to be, as far as it bears on which headers go with it.
 *
 * @param family the engine
 * @param version the major version of Chromium or Firefox; 0 where none is claimed
 * @param userAgent the text itself
 */
record ClaimedBrowser(BrowserFamily family, int version, String userAgent) {
    /** Fetch Metadata came with Chromium 76 and 80 and with Firefox 90; some versions of grace. */
    private static final int FETCH_METADATA_CHROMIUM = 90;

    private static final int FETCH_METADATA_FIREFOX = 92;
    /** Low-entropy client hints came by default with Chromium 89. */
    private static final int CLIENT_HINTS_CHROMIUM = 92;

    private static final Pattern CHROMIUM = Pattern.compile("(?:Chrome|Chromium)/([0-9]{1,4})");
    private static final Pattern FIREFOX = Pattern.compile("Firefox/([0-9]{1,4})");

    static ClaimedBrowser of(String userAgent) {
        BrowserFamily family = UserAgents.family(userAgent);
        int version = switch (family) {
            case CHROMIUM -> version(CHROMIUM, userAgent);
            case FIREFOX -> version(FIREFOX, userAgent);
            case WEBKIT, OTHER -> 0;
        };
        return new ClaimedBrowser(family, version, userAgent);
    }

    private static int version(Pattern pattern, String userAgent) {
        Matcher matcher = pattern.matcher(userAgent);
        return matcher.find() ? Integer.parseInt(matcher.group(1)) : 0;
    }

    /** Whether it sends Sec-Fetch headers with everything over https. WebKit sends none with a download. */
    boolean sendsFetchMetadata() {
        return switch (family) {
            case CHROMIUM -> version >= FETCH_METADATA_CHROMIUM;
            case FIREFOX -> version >= FETCH_METADATA_FIREFOX;
            case WEBKIT, OTHER -> false;
        };
    }

    /** Whether it sends Sec-CH-UA with pages over https. Apps that show pages in Android's WebView may not. */
    boolean sendsClientHints() {
        return family == BrowserFamily.CHROMIUM && version >= CLIENT_HINTS_CHROMIUM && !userAgent.contains("; wv)");
    }
}
