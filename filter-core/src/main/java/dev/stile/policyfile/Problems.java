package dev.stile.policyfile;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The mistakes found in a policy and in the files that it names. For one thread. */
final class Problems {
    /** A wrong file has a mistake in every line: nobody reads more. */
    static final int MAX_LISTED = 100;

    private final List<String> files = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();
    private int unlisted;

    private record Problem(int file, int line, String text) {}

    /**
     * Notes a mistake.
     *
     * @param file the file's name
     * @param line from 1
     * @param key what the mistake is in
     * @param what what is wrong, and what is allowed
     */
    void add(String file, int line, String key, String what) {
        note(file, line, file + " line " + line + ", " + key + ": " + what);
    }

    /** Notes that a file as a whole cannot be read. */
    void add(String file, String what) {
        note(file, 0, file + ": " + what);
    }

    private void note(String file, int line, String text) {
        if (problems.size() == MAX_LISTED) {
            unlisted++;
            return;
        }
        if (!files.contains(file)) {
            files.add(file);
        }
        problems.add(new Problem(files.indexOf(file), line, text));
    }

    boolean isEmpty() {
        return problems.isEmpty();
    }

    /** One sentence each, file by file and line by line. */
    List<String> texts() {
        List<String> texts = new ArrayList<>();
        problems.stream()
                .sorted(Comparator.comparingInt(Problem::file).thenComparingInt(Problem::line))
                .forEach(problem -> texts.add(problem.text()));
        if (unlisted > 0) {
            texts.add("and " + unlisted + " more");
        }
        return List.copyOf(texts);
    }
}
