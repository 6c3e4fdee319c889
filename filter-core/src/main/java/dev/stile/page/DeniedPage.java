package dev.stile.page;

import java.util.Map;
import java.util.Set;

/** The page that a visitor sees whom a rule denies: whom to ask, and by which reference. Immutable. */
final class DeniedPage {
    private final Page page;

    DeniedPage(Messages messages, Look look) {
        this.page = new Page("denied.html", look.fragments(Map.of()), messages, look.paths(), Set.of("reference"));
    }

    /** The page for one decision, in UTF-8. */
    byte[] render(String reference) {
        return page.render(Map.of("reference", reference));
    }
}
