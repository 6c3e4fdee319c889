package dev.stile.bench.report;

import java.util.Arrays;
import java.util.Locale;

/**
 * What several runs of one measurement gave. Figures of a shared machine are compared as ratios within one run, so runs
 * of what is compared take turns, and run n of the one belongs to run n of the other.
 *
 * @param values in the order of the runs, at least one
 */
public record Sample(double... values) {
    public Sample {
        if (values.length == 0) {
            throw new IllegalArgumentException("a sample needs at least one value");
        }
        values = values.clone();
    }

    @Override
    public double[] values() {
        return values.clone();
    }

    /** The middle value; of an even number, the mean of both. */
    public double median() {
        double[] sorted = sorted();
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    /** The least value. */
    public double least() {
        return sorted()[0];
    }

    /** The greatest value. */
    public double greatest() {
        return sorted()[values.length - 1];
    }

    /** This divided by {@code other}, run by run. */
    public Sample over(Sample other) {
        if (values.length != other.values.length) {
            throw new IllegalArgumentException(
                    "runs must belong together, but are " + values.length + " and " + other.values.length);
        }
        double[] ratios = new double[values.length];
        Arrays.setAll(ratios, run -> values[run] / other.values[run]);
        return new Sample(ratios);
    }

    /** Median, and least to greatest, each in this format of {@link String#format}: {@code 1.20 (1.15 to 1.31)}. */
    public String text(String format) {
        return String.format(Locale.ROOT, "%s (%s to %s)".replace("%s", format), median(), least(), greatest());
    }

    private double[] sorted() {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted;
    }
}
