package dev.stile.demo.web;

import java.util.Locale;

/** Writes numbers for people. */
final class Numbers {

    private Numbers() {}

    /** A whole number with its thousands apart. */
    static String whole(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** A mean to the nearest whole number, or that there is nothing yet of which it would be one. */
    static String mean(long sum, long count) {
        return count == 0 ? "none yet" : whole(Math.round(ratio(sum, count)));
    }

    /** The mean as it is, 0 where there is none. */
    static double ratio(long sum, long count) {
        return count == 0 ? 0 : (double) sum / count;
    }
}
