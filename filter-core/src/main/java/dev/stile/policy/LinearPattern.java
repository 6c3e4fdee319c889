package dev.stile.policy;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.regex.Matcher;

/**
 * An operator's regular expression, in the syntax of RE2, which knows no back references and no look-around: matching
 * takes time proportional to the product of the lengths of text and program, whatever either holds. It must describe
 * the whole text, so that a pattern never opens more than it says; a dot is any character. Immutable.
 */
public final class LinearPattern {
    /** Longest expression, in characters. */
    static final int MAX_LENGTH = 500;
    /** What the expression may come to, in instructions of the program that matches it. */
    static final int MAX_PROGRAM_SIZE = 2_000;

    /** Bounds what a nest of repetitions costs before its program's size is known. */
    private static final long MAX_WRITTEN_OUT = 1_000_000;

    private static final java.util.regex.Pattern REPETITION =
            java.util.regex.Pattern.compile("\\{([0-9]{1,4})(?:,([0-9]{0,4}))?}");

    private final Pattern pattern;

    private LinearPattern(Pattern pattern) {
        this.pattern = pattern;
    }

    /**
     * The pattern that an expression describes.
     *
     * @throws IllegalArgumentException saying why, if it is none or would come to too much
     */
    public static LinearPattern compile(String expression) {
        if (expression.length() > MAX_LENGTH) {
            throw new IllegalArgumentException("it has more than " + MAX_LENGTH + " characters");
        }
        if (writtenOut(expression) > MAX_WRITTEN_OUT) {
            throw new IllegalArgumentException("its repetitions come to too much");
        }
        Pattern pattern;
        try {
            pattern = Pattern.compile(expression, Pattern.DOTALL);
        } catch (PatternSyntaxException e) {
            throw new IllegalArgumentException("it is no regular expression of RE2: " + e.getDescription(), e);
        }
        if (pattern.programSize() > MAX_PROGRAM_SIZE) {
            throw new IllegalArgumentException("its repetitions come to too much");
        }
        return new LinearPattern(pattern);
    }

    /** No less than the length with all repetitions written out, as if each stood inside all others. */
    private static long writtenOut(String expression) {
        long length = expression.length();
        Matcher repetition = REPETITION.matcher(expression);
        while (repetition.find() && length <= MAX_WRITTEN_OUT) {
            String most = repetition.group(2) == null || repetition.group(2).isEmpty()
                    ? repetition.group(1)
                    : repetition.group(2);
            length *= Math.max(1, Integer.parseInt(most));
        }
        return length;
    }

    /** Whether it describes the whole text. */
    public boolean matches(CharSequence text) {
        return pattern.matcher(text).matches();
    }

    @Override
    public String toString() {
        return pattern.toString();
    }
}
