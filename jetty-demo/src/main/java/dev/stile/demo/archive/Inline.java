package dev.stile.demo.archive;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the two marks inside a text: {@code _emphasis_} and <code>{REFERENCE}</code>. */
public final class Inline {

    private static final Pattern MARKS = Pattern.compile("_([^_\n]+)_|\\{([^{}\n]+)\\}");
    private static final Pattern LINE_BREAK = Pattern.compile("\n *");

    private Inline() {}

    /** What a stretch of text is. */
    public enum Kind {
        TEXT,
        EMPHASIS,
        REFERENCE
    }

    /** A stretch of text, without its marks. */
    public record Run(Kind kind, String text) {}

    /** Splits a text into its stretches. Joined again, they are the text without its marks. */
    public static List<Run> runs(String text) {
        List<Run> runs = new ArrayList<>();
        Matcher marks = MARKS.matcher(text);
        int end = 0;
        while (marks.find()) {
            if (marks.start() > end) {
                runs.add(new Run(Kind.TEXT, text.substring(end, marks.start())));
            }
            boolean emphasis = marks.start(1) >= 0;
            runs.add(new Run(emphasis ? Kind.EMPHASIS : Kind.REFERENCE, marks.group(emphasis ? 1 : 2)));
            end = marks.end();
        }
        if (end < text.length()) {
            runs.add(new Run(Kind.TEXT, text.substring(end)));
        }
        return runs;
    }

    /** The text on one line, without marks; a slash stands where a line of verse ends. */
    static String plain(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        runs(text).forEach(run -> plain.append(run.text()));
        return LINE_BREAK.matcher(plain).replaceAll(" / ").strip();
    }
}
