package dev.stile.it.browser;

/** What a visitor can set differently, and what has to be settled before a browser starts. */
public enum Setting {
    /** No page may run scripts. */
    SCRIPTS_OFF,
    /** No cookie is kept or sent. */
    COOKIES_OFF,
    /** Pages are asked for a dark colour scheme; otherwise for a light one. */
    DARK,
    /** The visitor's few colours instead of the page's, as in the contrast themes of Windows. WebKitGTK knows no such mode and ignores this. */
    FORCED_COLOURS,
    /** As little motion as possible. */
    REDUCED_MOTION,
    /**
     * Without a window, as automation runs it. Chromium then calls itself {@code HeadlessChrome}; Firefox sends the same as with
     * a window; WebKitGTK knows no such mode and ignores this.
     */
    HEADLESS,
    /** A private window. WebKitGTK's sessions are private anyway. */
    PRIVATE
}
