package dev.stile.policy;

import java.util.Optional;

/**
 * A set of paths of the application: {@code /a} is one path, {@code /a/*} is {@code /a} and all below it, and a {@code
 * *} inside a segment stands for any characters of that segment. Matching takes time proportional to the product of the
 * lengths of path and pattern at worst. Immutable.
 */
public final class PathPattern {
    private static final String TREE = "/*";

    private static final int NONE = -1;

    private final String text;
    private final boolean isTree;
    /** Whether it is one path; most are, and a look at its length then tells most others. */
    private final boolean isPlain;
    /** The pattern, or the root of its tree. */
    private final String glob;

    private PathPattern(String text) {
        this.text = text;
        this.isTree = text.endsWith(TREE);
        this.isPlain = text.indexOf('*') < 0;
        this.glob = isTree ? text.substring(0, text.length() - TREE.length()) : text;
    }

    /**
     * The pattern, if the text is one: it begins with {@code /}, and no two stars stand together. Elsewhere these mean
     * a tree; read as one segment they would leave open what somebody meant to close.
     */
    public static Optional<PathPattern> parse(String text) {
        boolean isPattern = text.startsWith("/") && !text.contains("**");
        return isPattern ? Optional.of(new PathPattern(text)) : Optional.empty();
    }

    /** Whether a path is in the set. */
    boolean matches(String path) {
        return isPlain ? path.equals(text) : matches(glob, isTree, path);
    }

    /**
     * Goes along the path as it stands: to cut it into segments took longer than to match them. Matches greedily and,
     * after a miss, goes back to the last star of the segment only: earlier stars need not be tried again.
     */
    static boolean matches(String glob, boolean isTree, CharSequence path) {
        int g = 0;
        int p = 0;
        int star = NONE;
        int resume = 0;
        while (p < path.length()) {
            char c = path.charAt(p);
            if (g == glob.length() && isTree && c == '/') {
                return true;
            }
            if (g < glob.length() && glob.charAt(g) == '*') {
                star = g++;
                resume = p;
            } else if (g < glob.length() && glob.charAt(g) == c) {
                star = c == '/' ? NONE : star;
                g++;
                p++;
            } else if (star != NONE && path.charAt(resume) != '/') {
                g = star + 1;
                p = ++resume;
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
