package dev.stile.bench.simulation;

import dev.stile.bench.cost.Solver;
import dev.stile.bench.simulation.Axis.Tick;
import dev.stile.bench.simulation.Panel.Line;
import java.util.ArrayList;
import java.util.List;

/** The four questions that each plot answers. */
final class Plot {
    private Plot() {}

    static String of(Trace trace, Measures measures) {
        List<Panel> panels = new ArrayList<>();
        panels.add(new Panel(
                "Honest visitors who are asked wait",
                Axis.decades(-2, 2, "s"),
                List.of(
                        new Line("phone", "one", measures.honestSeconds(Solver.PHONE, 0.5)),
                        new Line("p95", "one dashed", measures.honestSeconds(Solver.PHONE, 0.95)),
                        new Line("desktop", "two", measures.honestSeconds(Solver.DESKTOP, 0.5)),
                        new Line("p95", "two dashed", measures.honestSeconds(Solver.DESKTOP, 0.95))),
                List.of(new Tick(3, "3 s"))));
        if (measures.pages(Role.ATTACKER) > 0) {
            panels.add(new Panel(
                    "A thousand pages cost the attacker, in time of one core",
                    Axis.decades(-3, 2, "s"),
                    List.of(new Line("", "two", measures.attackersSeconds())),
                    List.of()));
        }
        panels.add(new Panel(
                "Load of the application",
                Axis.share(),
                List.of(new Line("", "one", measures.load())),
                List.of(new Tick(0.5, "raised"), new Tick(0.75, "high"), new Tick(0.9, "emergency"))));
        panels.add(new Panel(
                "Requests for pages that are asked for work",
                Axis.share(),
                List.of(
                        new Line("honest", "one", measures.asked(Role.HONEST)),
                        new Line("attacker", "two dashed", measures.asked(Role.ATTACKER))),
                List.of()));
        return Svg.of(trace.title(), trace.minutes(), panels);
    }
}
