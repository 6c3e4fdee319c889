package dev.stile.page;

import java.util.Map;
import java.util.Set;

/** The page that a visitor sees whom a rule denies: whom to ask, and by which reference. Immutable. */
final class DeniedPage {
    private static final String STYLE = "page.css";

    private final Page page;

    /**
     * @param base the absolute path of the gate's endpoints, such as {@code /app/.stile}
     */
    DeniedPage(Messages messages, String base, BrowserFiles files) {
        Map<String, String> style = Map.of(STYLE, files.paths(base).getOrDefault(STYLE, ""));
        this.page = new Page("denied.html", Map.of(), messages, style, Set.of("reference"));
    }

    /** The page for one decision, in UTF-8. */
    byte[] render(String reference) {
        return page.render(Map.of("reference", reference));
    }
}
