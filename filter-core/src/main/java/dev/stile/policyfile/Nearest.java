package dev.stile.policyfile;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Finds the word that a typing mistake was probably meant to be. */
final class Nearest {
    private static final int MAX_DISTANCE = 2;
    private static final int MAX_LENGTH = 40;

    private Nearest() {}

    /** The known word within two single-character edits, if there is one. */
    static Optional<String> to(String word, Collection<String> known) {
        if (word.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        return known.stream()
                .filter(other -> distance(word, other) <= Math.min(MAX_DISTANCE, other.length() / 2))
                .min(Comparator.comparingInt(other -> distance(word, other)));
    }

    /** Levenshtein's distance, by rows of the table. */
    private static int distance(String one, String other) {
        int[] row = new int[other.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int replaced = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[other.length()];
    }
}
