package dev.stile.bench.simulation;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * The vertical axis of a panel.
 *
 * @param low what its bottom stands for; what is below is drawn there
 * @param high what its top stands for
 * @param logarithmic whether equal distances are equal ratios
 * @param ticks values with a label
 */
record Axis(double low, double high, boolean logarithmic, List<Tick> ticks) {
    Axis {
        ticks = List.copyOf(ticks);
    }

    record Tick(double value, String label) {}

    /** From 0 to 1, in per cent. */
    static Axis share() {
        return new Axis(0, 1, false, List.of(new Tick(0, "0"), new Tick(0.5, "50 %"), new Tick(1, "100 %")));
    }

    /** Powers of ten, of which those between the first and the last have labels. */
    static Axis decades(int first, int last, String unit) {
        List<Tick> ticks = IntStream.rangeClosed(first, last)
                .mapToObj(power -> new Tick(StrictMath.pow(10, power), label(power) + " " + unit))
                .toList();
        return new Axis(StrictMath.pow(10, first), StrictMath.pow(10, last), true, ticks);
    }

    private static String label(int power) {
        return String.format(Locale.ROOT, "%." + Math.max(0, -power) + "f", StrictMath.pow(10, power));
    }

    /** Where a value lies, 0 at the bottom to 1 at the top. */
    double position(double value) {
        double clipped = Math.max(low, Math.min(high, value));
        return logarithmic
                ? StrictMath.log(clipped / low) / StrictMath.log(high / low)
                : (clipped - low) / (high - low);
    }
}
