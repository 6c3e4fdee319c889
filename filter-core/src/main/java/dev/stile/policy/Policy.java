package dev.stile.policy;

import dev.stile.protocol.Level;
import dev.stile.request.RequestFacts;
import java.util.Arrays;
import java.util.List;

/**
 * Who is asked. An exempt path wins over one that is always challenged.
 *
 * @param mode how the gate behaves where no path says otherwise
 * @param exempt paths that are never challenged
 * @param always paths that are always challenged
 * @param threshold the suspicion from which on a request is challenged, 1 to 100
 */
public record Policy(Mode mode, List<PathPattern> exempt, List<PathPattern> always, int threshold) {
    /** Paths that machines fetch by agreement, exempt by default. */
    public static final List<String> DEFAULT_EXEMPT_PATHS =
            List.of("/robots.txt", "/sitemap*.xml", "/.well-known/*", "/favicon.ico");

    /** The suspicion from which on a request is challenged by default: any one signal. */
    public static final int DEFAULT_THRESHOLD = 50;

    public Policy {
        exempt = List.copyOf(exempt);
        always = List.copyOf(always);
        if (threshold < 1 || threshold > 100) {
            throw new IllegalArgumentException("threshold must be 1 to 100, but is " + threshold);
        }
    }

    /** The level that a pass must reach: the lowest for every path, until rules can name another. */
    public Level wantedLevel() {
        return Level.ONE;
    }

    /** The ruling for a request to a page. */
    public Ruling rule(RequestFacts facts) {
        String[] path = PathPattern.segments(facts.path());
        if (facts.isPreflight() || contains(exempt, path)) {
            return Ruling.EXEMPT;
        }
        return mode == Mode.ALWAYS || contains(always, path) || contains(always, withoutSlash(path))
                ? Ruling.ALWAYS
                : Ruling.BY_SUSPICION;
    }

    /** A servlet that is mapped to a path serves it with a slash behind it too: what must be asked is asked for both. */
    private static String[] withoutSlash(String[] path) {
        boolean slash = path.length > 2 && path[path.length - 1].isEmpty();
        return slash ? Arrays.copyOf(path, path.length - 1) : path;
    }

    private static boolean contains(List<PathPattern> patterns, String[] path) {
        return patterns.stream().anyMatch(pattern -> pattern.matches(path));
    }
}
