package dev.stile.page;

import dev.stile.protocol.Target;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** The addresses of a wait (PROTOCOL §15). */
final class WaitLinks {
    private WaitLinks() {}

    /**
     * Where a wait ends.
     *
     * @param base the absolute path of the gate's endpoints, without a slash at the end
     */
    static String end(String base, String token, Target target) {
        return base + "/wait?token=" + token + "&target=" + encoded(target);
    }

    /** Where the pass is looked for. Not the same path with another query: text browsers take a redirect to that for a loop. */
    static String arrival(String base, Target target) {
        return base + "/waited?target=" + encoded(target);
    }

    private static String encoded(Target target) {
        return URLEncoder.encode(target.text(), StandardCharsets.UTF_8);
    }
}
