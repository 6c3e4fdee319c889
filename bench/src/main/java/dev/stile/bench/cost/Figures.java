package dev.stile.bench.cost;

import java.util.Locale;

/** Figures for people: two significant digits and a unit that fits. */
final class Figures {
    private static final double MINUTE = 60;
    private static final double HOUR = 3600;
    private static final double DAY = 24 * HOUR;

    private Figures() {}

    static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    static String seconds(double seconds) {
        if (seconds < 1e-3) {
            return digits(seconds * 1e6) + " µs";
        }
        if (seconds < 1) {
            return digits(seconds * 1e3) + " ms";
        }
        if (seconds < 2 * MINUTE) {
            return digits(seconds) + " s";
        }
        if (seconds < 2 * HOUR) {
            return digits(seconds / MINUTE) + " min";
        }
        return seconds < 2 * DAY ? digits(seconds / HOUR) + " h" : digits(seconds / DAY) + " days";
    }

    /** Two significant digits, or all before the point. */
    static String digits(double number) {
        int before = (int) Math.floor(Math.log10(number)) + 1;
        return String.format(Locale.ROOT, "%,." + Math.max(0, 2 - before) + "f", number);
    }
}
