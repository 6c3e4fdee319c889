package dev.stile.request;

import dev.stile.protocol.BrowserFamily;

/** Reads the engine that a User-Agent claims. */
public final class UserAgents {
    private UserAgents() {}

    /**
     * The engine, or {@link BrowserFamily#OTHER}. Every browser on iOS is WebKit, and so is the player that Safari
     * fetches media with: it sends Safari's cookies, so it must be of Safari's family.
     */
    public static BrowserFamily family(String userAgent) {
        if (userAgent.startsWith("AppleCoreMedia/")) {
            return BrowserFamily.WEBKIT;
        }
        if (!userAgent.startsWith("Mozilla/5.0 (")) {
            return BrowserFamily.OTHER;
        }
        if (userAgent.contains(" Firefox/")) {
            return BrowserFamily.FIREFOX;
        }
        if (userAgent.contains("Chrome/") || userAgent.contains("Chromium/")) {
            return BrowserFamily.CHROMIUM;
        }
        return userAgent.contains("AppleWebKit/") ? BrowserFamily.WEBKIT : BrowserFamily.OTHER;
    }
}
