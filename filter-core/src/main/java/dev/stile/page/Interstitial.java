package dev.stile.page;

import dev.stile.protocol.Challenge;
import dev.stile.protocol.Target;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The page that a challenged visitor sees. All its sentences are in the HTML, from one message table, so that it reads
 * without scripts too. Immutable.
 */
final class Interstitial {
    static final String LANGUAGE = "en";
    private static final String MESSAGE = "m.";
    private static final Set<String> PER_REQUEST = Set.of("challenge", "target", "reference", "scope");

    private final Template page;
    private final String scope;

    /**
     * @param base the absolute path of the gate's endpoints, such as {@code /app/.stile}
     * @param scope tells applications on one host apart
     * @throws IllegalStateException if template and message table do not fit together
     */
    Interstitial(String base, String scope, BrowserFiles files) {
        this.scope = scope;
        Template template = new Template(Resources.text("interstitial.html"));
        Map<String, String> values = new HashMap<>();
        PropertyFile.read("messages/" + LANGUAGE + ".properties")
                .forEach((key, text) -> values.put(MESSAGE + key, text));
        files.hashedNames().forEach((name, hashed) -> values.put(name, base + "/" + hashed));
        values.put("lang", LANGUAGE);
        values.put("dir", "ltr");
        values.put("redeem", base + "/redeem");
        values.put("renew", base + "/challenge");
        this.page = template.partly(values);
        requireFit(template.places(), values.keySet());
    }

    private static void requireFit(Set<String> places, Set<String> values) {
        Set<String> missing = new TreeSet<>(places);
        missing.removeAll(values);
        missing.removeAll(PER_REQUEST);
        Set<String> unused = new TreeSet<>(values);
        unused.removeAll(places);
        if (!missing.isEmpty() || !unused.isEmpty()) {
            throw new IllegalStateException(
                    "the page's template lacks values for " + missing + " and has no place for " + unused);
        }
    }

    /** The page for one challenge, in UTF-8. */
    byte[] render(Challenge challenge, Target target, String reference) {
        return page.fill(Map.of(
                        "challenge",
                        challenge.token(),
                        "target",
                        target.text(),
                        "reference",
                        reference,
                        "scope",
                        scope + "-" + challenge.terms().level().number()))
                .getBytes(StandardCharsets.UTF_8);
    }
}
