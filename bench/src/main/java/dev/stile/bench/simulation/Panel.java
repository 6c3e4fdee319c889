package dev.stile.bench.simulation;

import java.util.List;
import java.util.OptionalDouble;

/**
 * One chart of a plot.
 *
 * @param title what is drawn
 * @param axis the vertical one
 * @param lines what is drawn; those without a value are left out
 * @param marks values worth a line across
 */
record Panel(String title, Axis axis, List<Line> lines, List<Axis.Tick> marks) {
    Panel {
        lines = lines.stream()
                .filter(line -> line.values().stream().anyMatch(OptionalDouble::isPresent))
                .toList();
        marks = List.copyOf(marks);
    }

    /**
     * One line, in slices of time.
     *
     * @param name its name in the legend
     * @param style a class of the plot's style sheet: {@code one} or {@code two}, and {@code dashed}
     * @param values one a slice; empty where there is none
     */
    record Line(String name, String style, List<OptionalDouble> values) {
        Line {
            values = List.copyOf(values);
        }
    }
}
