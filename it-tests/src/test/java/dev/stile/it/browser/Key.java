package dev.stile.it.browser;

import java.util.List;

/** A key that moves the focus, or works what has it. */
public enum Key {
    /** To the next. */
    TAB("\uE004"),
    /** Tab with Shift: to the one before. */
    BACK_TAB("\uE008", "\uE004"),
    /** Works buttons and links. */
    ENTER("\uE007"),
    /** Works buttons. */
    SPACE(" ");

    /** As WebDriver and BiDi name them, in the order in which they go down. */
    private final List<String> codes;

    Key(String... codes) {
        this.codes = List.of(codes);
    }

    List<String> codes() {
        return codes;
    }
}
