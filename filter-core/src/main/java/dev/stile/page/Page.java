package dev.stile.page;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * A page of ours: a template with the sentences of one language and the names of the browser files filled in. Immutable.
 */
final class Page {
    static final String LANGUAGE = "en";
    private static final String MESSAGE = "m.";

    private final Template template;

    /**
     * @param html the template's resource
     * @param messages the folder of its message tables, one a language
     * @param values what is the same for every request, beside sentences and files
     * @param perRequest the places that are filled for each request
     * @throws IllegalStateException if template and message table do not fit together
     */
    Page(String html, String messages, Map<String, String> values, Set<String> perRequest) {
        Template whole = new Template(Resources.text(html));
        Map<String, String> all = new HashMap<>(values);
        PropertyFile.read(messages + "/" + LANGUAGE + ".properties")
                .forEach((key, text) -> all.put(MESSAGE + key, text));
        all.put("lang", LANGUAGE);
        all.put("dir", "ltr");
        template = whole.partly(all);
        requireFit(html, whole.places(), all.keySet(), perRequest);
    }

    private static void requireFit(String html, Set<String> places, Set<String> values, Set<String> perRequest) {
        Set<String> missing = new TreeSet<>(places);
        missing.removeAll(values);
        missing.removeAll(perRequest);
        Set<String> unused = new TreeSet<>(values);
        unused.removeAll(places);
        if (!missing.isEmpty() || !unused.isEmpty()) {
            throw new IllegalStateException(html + " lacks values for " + missing + " and has no place for " + unused);
        }
    }

    /** The page for one request, in UTF-8. */
    byte[] render(Map<String, String> perRequest) {
        return template.fill(perRequest).getBytes(StandardCharsets.UTF_8);
    }
}
