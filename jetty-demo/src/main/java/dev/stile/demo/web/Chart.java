package dev.stile.demo.web;

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * A small bar chart, one bar a second, drawn as SVG without a script.
 *
 * @param title what the bars are
 * @param note what they come to, in words: for who cannot see them, too
 * @param unit what stands behind the top of the scale
 * @param seconds the width, of which as many are filled as there are values
 * @param values not negative
 */
record Chart(String title, String note, String unit, int seconds, List<Double> values) {

    private static final int HEIGHT = 40;
    /** A second with little in it differs from one with nothing. */
    private static final double LEAST = 1;

    private static final double GAP = 0.15;

    Chart {
        values = List.copyOf(values);
    }

    Markup markup() {
        double top = values.isEmpty() ? 0 : Collections.max(values);
        return Markup.of(
                """
                <figure class="chart">
                <figcaption><span>{}</span> <strong>{}</strong></figcaption>
                <svg viewBox="0 0 {} {}" preserveAspectRatio="none" aria-hidden="true">{}</svg>
                <p class="scale" aria-hidden="true"><span>{}</span><span>{} s</span></p>
                </figure>
                """,
                title,
                note,
                seconds,
                HEIGHT,
                Markup.join(IntStream.range(0, values.size())
                        .mapToObj(second -> bar(second, values.get(second), top))
                        .toList()),
                top > 0 ? "top: " + Numbers.whole(Math.round(top)) + " " + unit : "none yet",
                seconds);
    }

    private static Markup bar(int second, double value, double top) {
        if (value <= 0) {
            return Markup.EMPTY;
        }
        double height = Math.max(LEAST, HEIGHT * value / top);
        return Markup.of(
                "<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\"/>",
                decimal(second + GAP / 2),
                decimal(HEIGHT - height),
                decimal(1 - GAP),
                decimal(height));
    }

    private static String decimal(double value) {
        return String.format(Locale.ROOT, "%.3f", value);
    }
}
