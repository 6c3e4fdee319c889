package dev.stile.policy;

import java.util.List;

/** The rules that can be had without a policy file. */
public final class PathRules {
    /** Paths that machines fetch by agreement, let through by default. */
    public static final List<String> AGREED = List.of("/robots.txt", "/sitemap*.xml", "/.well-known/*", "/favicon.ico");

    private PathRules() {}

    /** Lets through what cannot carry a pass, and what machines fetch by agreement. */
    public static List<Rule> agreed() {
        List<PathPattern> paths = AGREED.stream()
                .map(path -> PathPattern.parse(path).orElseThrow())
                .toList();
        return List.of(
                new Rule("preflight", Conditions.preflight(), Action.ALLOW),
                new Rule("agreed-paths", Conditions.path(paths), Action.ALLOW));
    }

    /** An exempt path wins over one that is always challenged. */
    public static List<Rule> of(List<PathPattern> exempt, List<PathPattern> always) {
        return List.of(
                new Rule("exempt-paths", Conditions.path(exempt), Action.ALLOW),
                new Rule("always-paths", Conditions.pathOrItsSlash(always), Action.CHALLENGE));
    }
}
