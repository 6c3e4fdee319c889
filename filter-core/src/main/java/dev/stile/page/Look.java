package dev.stile.page;

import java.util.HashMap;
import java.util.Map;

/** Style and logo, the same on all pages. Immutable. */
final class Look {
    private final Map<String, String> paths;
    private final Map<String, String> fragments = new HashMap<>();

    /**
     * @param base the absolute path of the gate's endpoints, such as {@code /app/.stile}
     */
    Look(String base, BrowserFiles files) {
        paths = Map.copyOf(files.paths(base));
        fragments.put("logo", paths.containsKey("logo") ? "logo-own.html" : "logo.html");
        if (paths.containsKey("style.css")) {
            fragments.put("style", "style-own.html");
        }
    }

    /** The absolute paths of the browser files, by their names without hashes. */
    Map<String, String> paths() {
        return paths;
    }

    /** What the pages include to show them, with some more that one of them includes. */
    Map<String, String> fragments(Map<String, String> more) {
        Map<String, String> all = new HashMap<>(fragments);
        all.putAll(more);
        return all;
    }
}
