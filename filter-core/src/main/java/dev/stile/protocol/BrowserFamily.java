package dev.stile.protocol;

import java.util.Optional;

/** What a pass is softly bound to: the engine a browser claims, never its raw User-Agent (PROTOCOL §12). */
public enum BrowserFamily {
    /** None of the others, or none that is claimed. */
    OTHER(0),
    /** Chrome, Edge and all that are made of Chromium. */
    CHROMIUM(1),
    /** Firefox, but on iOS, where it is WebKit. */
    FIREFOX(2),
    /** Safari, and every browser on iOS. */
    WEBKIT(3);

    private static final BrowserFamily[] ALL = values();

    private final int number;

    BrowserFamily(int number) {
        this.number = number;
    }

    /** The family as it travels in a pass. */
    public int number() {
        return number;
    }

    static Optional<BrowserFamily> of(int number) {
        for (BrowserFamily family : ALL) {
            if (family.number == number) {
                return Optional.of(family);
            }
        }
        return Optional.empty();
    }
}
