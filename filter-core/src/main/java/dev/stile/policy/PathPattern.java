package dev.stile.policy;

import java.util.Optional;

/**
 * A set of paths of the application: {@code /a} is one path, {@code /a/*} is {@code /a} and all below it, and a {@code
 * *} inside a segment stands for any characters of that segment. Matching takes time proportional to the product of the
 * lengths of path and pattern at worst. Immutable.
 */
public final class PathPattern {
    private static final String TREE = "/*";

    private final String text;
    private final boolean isTree;
    private final String[] segments;

    private PathPattern(String text) {
        this.text = text;
        this.isTree = text.endsWith(TREE);
        this.segments = segments(isTree ? text.substring(0, text.length() - TREE.length()) : text);
    }

    /**
     * The pattern, if the text is one: it begins with {@code /}, and no two stars stand together. Elsewhere these mean
     * a tree; read as one segment they would leave open what somebody meant to close.
     */
    public static Optional<PathPattern> parse(String text) {
        boolean isPattern = text.startsWith("/") && !text.contains("**");
        return isPattern ? Optional.of(new PathPattern(text)) : Optional.empty();
    }

    static String[] segments(String path) {
        return path.split("/", -1);
    }

    /** Whether a path, cut into its segments, is in the set. */
    boolean matches(String[] path) {
        if (isTree ? path.length < segments.length : path.length != segments.length) {
            return false;
        }
        for (int i = 0; i < segments.length; i++) {
            if (!matches(segments[i], path[i])) {
                return false;
            }
        }
        return true;
    }

    /** Matches greedily and, after a miss, goes back to the last star only: earlier stars need not be tried again. */
    static boolean matches(String glob, CharSequence segment) {
        int g = 0;
        int s = 0;
        int star = -1;
        int resume = 0;
        while (s < segment.length()) {
            if (g < glob.length() && glob.charAt(g) == '*') {
                star = g++;
                resume = s;
            } else if (g < glob.length() && glob.charAt(g) == segment.charAt(s)) {
                g++;
                s++;
            } else if (star >= 0) {
                g = star + 1;
                s = ++resume;
            } else {
                return false;
            }
        }
        while (g < glob.length() && glob.charAt(g) == '*') {
            g++;
        }
        return g == glob.length();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PathPattern pattern && text.equals(pattern.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return text;
    }
}
