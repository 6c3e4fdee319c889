package dev.stile.page;

import dev.stile.protocol.Challenge;
import dev.stile.protocol.Target;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * The page that a challenged visitor sees. All its sentences are in the HTML, from one message table, so that it reads
 * without scripts too. Immutable.
 */
final class Interstitial {
    private final Page page;
    private final String scope;

    /**
     * @param base the absolute path of the gate's endpoints, such as {@code /app/.stile}
     * @param scope tells applications on one host apart
     */
    Interstitial(String base, String scope, BrowserFiles files) {
        this.scope = scope;
        Map<String, String> values = new HashMap<>(files.paths(base));
        values.put("redeem", base + "/redeem");
        values.put("renew", base + "/challenge");
        this.page =
                new Page("interstitial.html", "messages", values, Set.of("challenge", "target", "reference", "scope"));
    }

    /** The page for one challenge, in UTF-8. */
    byte[] render(Challenge challenge, Target target, String reference) {
        return page.render(Map.of(
                "challenge",
                challenge.token(),
                "target",
                target.text(),
                "reference",
                reference,
                "scope",
                scope + "-" + challenge.terms().level().number()));
    }
}
