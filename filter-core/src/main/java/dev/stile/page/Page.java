package dev.stile.page;

import dev.stile.request.FormBody;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * A page of ours in one language: a template with the sentences and the names of the browser files filled in. Immutable.
 */
final class Page {
    private static final String MESSAGE = "m.";

    private final Template template;

    /**
     * @param html the template's resource
     * @param fragments the resources that it includes, by the names that it has for them; what is not named is left out
     * @param values what is the same for every request, beside sentences
     * @param perRequest the places that are filled for each request
     * @throws IllegalStateException if a place of the template is filled by none of these
     */
    Page(
            String html,
            Map<String, String> fragments,
            Messages messages,
            Map<String, String> values,
            Set<String> perRequest) {
        Map<String, String> all = new HashMap<>(values);
        messages.texts().forEach((key, text) -> all.put(MESSAGE + key, text));
        all.put("lang", messages.language());
        all.put("dir", messages.direction());
        template = Template.of(html, fragments).partly(all);
        Set<String> missing = new TreeSet<>(template.places());
        missing.removeAll(perRequest);
        if (!missing.isEmpty()) {
            throw new IllegalStateException(html + " lacks values for " + missing);
        }
    }

    /** The page for one request, in UTF-8. */
    byte[] render(Map<String, String> perRequest) {
        return template.fill(perRequest).getBytes(StandardCharsets.UTF_8);
    }

    /** The page for one request, with a form's base64 at a place. */
    Body render(Map<String, String> perRequest, String place, FormBody form) {
        List<Template> around = template.around(place);
        return Body.around(
                around.get(0).fill(perRequest).getBytes(StandardCharsets.UTF_8),
                form,
                around.get(1).fill(perRequest).getBytes(StandardCharsets.UTF_8));
    }
}
