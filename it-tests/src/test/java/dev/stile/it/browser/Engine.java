package dev.stile.it.browser;

/** The engines that visitors' browsers are built on. */
public enum Engine {
    /** Chrome, Edge, Samsung Internet and most others. */
    CHROMIUM,
    /** Firefox. */
    FIREFOX,
    /** WebKitGTK, the nearest that runs here to Safari and to every browser on an iPhone. */
    WEBKIT;

    /** Whether a test can see the console: WebKit logs nothing of an ephemeral session, and under automation there is no other. */
    public boolean showsConsole() {
        return this != WEBKIT;
    }

    /** Whether a test can see the whole accessibility tree: other drivers tell only of single elements. */
    public boolean showsAccessibilityTree() {
        return this == CHROMIUM;
    }
}
