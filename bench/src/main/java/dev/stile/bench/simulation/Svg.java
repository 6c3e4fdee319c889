package dev.stile.bench.simulation;

import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/**
 * Draws panels below each other over one axis of time, as SVG that follows the reader's light or dark preference. The
 * two colours are of Okabe and Ito's set, which colour-blind people can tell apart; lines also differ in dashes.
 */
final class Svg {
    private static final int WIDTH = 860;
    private static final int LEFT = 86;
    private static final int RIGHT = 130;
    private static final int TOP = 44;
    private static final int PANEL_HEIGHT = 120;
    private static final int PANEL_GAP = 46;
    private static final int BOTTOM = 40;
    private static final int PLOT_WIDTH = WIDTH - LEFT - RIGHT;
    private static final int LEGEND_SWATCH = 22;
    private static final double LETTER = 7.2;

    private static final String STYLE = """
            <style>
            text { font: 12px system-ui, sans-serif; fill: #333 }
            .head { font-size: 15px; font-weight: 600 }
            .title { font-weight: 600 }
            .back { fill: #fff } .frame { fill: none; stroke: #999 } .grid { stroke: #ddd } .mark { stroke: #777; stroke-dasharray: 2 3 }
            .line { fill: none; stroke-width: 2; stroke-linejoin: round } .dashed { stroke-dasharray: 6 4; stroke-width: 1.5 }
            .one { stroke: #0072b2 } .two { stroke: #d55e00 }
            @media (prefers-color-scheme: dark) {
            text { fill: #ddd } .back { fill: #16181c } .frame { stroke: #777 } .grid { stroke: #333 } .mark { stroke: #999 }
            .one { stroke: #56b4e9 } .two { stroke: #e69f00 }
            }
            </style>
            """;

    private final StringBuilder out = new StringBuilder();

    private Svg() {}

    /** The plot of some panels over so many minutes. */
    static String of(String title, int minutes, List<Panel> panels) {
        Svg svg = new Svg();
        svg.draw(title, minutes, panels);
        return svg.out.toString();
    }

    private void draw(String title, int minutes, List<Panel> panels) {
        int height = TOP + panels.size() * (PANEL_HEIGHT + PANEL_GAP) + BOTTOM - PANEL_GAP / 2;
        add(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" width=\"%d\" height=\"%d\" role=\"img\">\n",
                WIDTH, height, WIDTH, height);
        add("<title>%s</title>\n%s<rect class=\"back\" width=\"100%%\" height=\"100%%\"/>\n", title, STYLE);
        text("head", LEFT, 26, "start", title);
        double top = TOP + PANEL_GAP / 2.0;
        for (Panel panel : panels) {
            draw(panel, top, minutes);
            top += PANEL_HEIGHT + PANEL_GAP;
        }
        text("", LEFT + PLOT_WIDTH / 2.0, height - 12, "middle", "minutes");
        out.append("</svg>\n");
    }

    private void draw(Panel panel, double top, int minutes) {
        text("title", LEFT, top - 8, "start", panel.title());
        for (Axis.Tick tick : panel.axis().ticks()) {
            double y = y(panel.axis(), tick.value(), top);
            across("grid", y);
            text("", LEFT - 8, y + 4, "end", tick.label());
        }
        for (Axis.Tick mark : panel.marks()) {
            double y = y(panel.axis(), mark.value(), top);
            across("mark", y);
            text("", LEFT + PLOT_WIDTH + 8, y + 4, "start", mark.label());
        }
        minutes(top, minutes);
        add(
                "<rect class=\"frame\" x=\"%d\" y=\"%.1f\" width=\"%d\" height=\"%d\"/>\n",
                LEFT, top, PLOT_WIDTH, PANEL_HEIGHT);
        panel.lines().forEach(line -> curve(panel.axis(), line, top));
        legend(panel.lines(), top - 8);
    }

    private void minutes(double top, int minutes) {
        int step = minutes > 30 ? 10 : 5;
        for (int minute = 0; minute <= minutes; minute += step) {
            double x = LEFT + PLOT_WIDTH * (double) minute / minutes;
            add(
                    "<line class=\"grid\" x1=\"%.1f\" x2=\"%.1f\" y1=\"%.1f\" y2=\"%.1f\"/>\n",
                    x, x, top, top + PANEL_HEIGHT);
            text("", x, top + PANEL_HEIGHT + 15, "middle", String.valueOf(minute));
        }
    }

    /** Right-aligned above the panel. */
    private void legend(List<Panel.Line> lines, double y) {
        if (lines.size() < 2) {
            return;
        }
        double x = LEFT + PLOT_WIDTH;
        for (int i = lines.size() - 1; i >= 0; i--) {
            Panel.Line line = lines.get(i);
            text("", x, y, "end", line.name());
            x -= line.name().length() * LETTER + LEGEND_SWATCH + 6;
            add(
                    "<line class=\"line %s\" x1=\"%.1f\" x2=\"%.1f\" y1=\"%.1f\" y2=\"%.1f\"/>\n",
                    line.style(), x, x + LEGEND_SWATCH, y - 4, y - 4);
            x -= 14;
        }
    }

    /** Breaks where there is no value; a value alone is a short dash. */
    private void curve(Axis axis, Panel.Line line, double top) {
        StringBuilder path = new StringBuilder();
        boolean drawing = false;
        double width = PLOT_WIDTH / (double) line.values().size();
        for (int slice = 0; slice < line.values().size(); slice++) {
            OptionalDouble value = line.values().get(slice);
            if (value.isPresent()) {
                double y = y(axis, value.getAsDouble(), top);
                double x = LEFT + slice * width;
                // Steps: a slice is a mean over its time.
                path.append(String.format(Locale.ROOT, "%s%.1f %.1fH%.1f", drawing ? "L" : "M", x, y, x + width));
            }
            drawing = value.isPresent();
        }
        add("<path class=\"line %s\" d=\"%s\"/>\n", line.style(), path);
    }

    private static double y(Axis axis, double value, double top) {
        return top + PANEL_HEIGHT * (1 - axis.position(value));
    }

    private void across(String style, double y) {
        add("<line class=\"%s\" x1=\"%d\" x2=\"%d\" y1=\"%.1f\" y2=\"%.1f\"/>\n", style, LEFT, LEFT + PLOT_WIDTH, y, y);
    }

    private void text(String style, double x, double y, String anchor, String text) {
        add("<text class=\"%s\" x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\">%s</text>\n", style, x, y, anchor, text);
    }

    private void add(String format, Object... values) {
        out.append(String.format(Locale.ROOT, format, values));
    }
}
