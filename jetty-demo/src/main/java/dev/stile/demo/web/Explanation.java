package dev.stile.demo.web;

import dev.stile.event.Cost;
import dev.stile.event.DecisionEvent;
import dev.stile.event.Flow;
import dev.stile.event.PassUse;
import dev.stile.event.Points;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Everything that the gate noted about one decision, as a list of facts. What it does not know is left out. */
final class Explanation {
    private final List<Markup> facts = new ArrayList<>();

    private Explanation() {}

    static Markup of(DecisionEvent event) {
        Explanation explanation = new Explanation();
        explanation.add(
                "Verdict",
                event.outcome().verdict() + ", because: " + event.outcome().reason());
        if (!event.outcome().enforced()) {
            explanation.add("Carried out", "no: mode monitor");
        }
        explanation.add(
                "Request", event.visitor().method() + " " + event.visitor().path());
        explanation.add("Client", event.visitor().client());
        explanation.add("User-Agent", event.visitor().agent());
        explanation.add("Rule", event.grounds().rule().orElse(""));
        explanation.add("Suspicion", event.grounds().suspicion() + " of 100");
        explanation.add("Signals", points(event.grounds().signals()));
        explanation.add("Rules that weighed", points(event.grounds().rules()));
        explanation.add("Passes not believed", String.join(", ", event.pass().refusals()));
        event.pass().budget().ifPresent(explanation::add);
        event.cost().ifPresent(explanation::add);
        event.flow().ifPresent(explanation::add);
        return Markup.of("<dl class=\"facts\">\n{}</dl>\n", Markup.join(explanation.facts));
    }

    private void add(PassUse.Budget budget) {
        add("Budget", String.format(Locale.ROOT, "%.1f of %d requests used", budget.used(), budget.requests()));
    }

    private void add(Cost cost) {
        add(
                "Challenge",
                String.format(
                        Locale.ROOT,
                        "level %d, %d rounds of %d bits: %,d hashes",
                        cost.level(),
                        cost.difficulty().rounds(),
                        cost.difficulty().bits(),
                        cost.difficulty().work()));
        add(
                "What made the price",
                cost.factors().stream()
                        .map(factor -> String.format(Locale.ROOT, "%s × %.2f", factor.name(), factor.times()))
                        .collect(Collectors.joining(", ")));
    }

    private void add(Flow flow) {
        add(
                "Requests a minute",
                String.format(
                        Locale.ROOT,
                        "%.1f of this client, %.1f of its network, %.1f in total",
                        flow.client(),
                        flow.wider(),
                        flow.total()));
        add("Load", String.format(Locale.ROOT, "%.0f %%", 100 * flow.load()));
    }

    private void add(String name, String value) {
        if (!value.isEmpty()) {
            facts.add(Markup.of("<div><dt>{}</dt><dd>{}</dd></div>\n", name, value));
        }
    }

    private static String points(List<Points> all) {
        return all.stream()
                .map(points -> String.format(Locale.ROOT, "%s %+d", points.name(), points.points()))
                .collect(Collectors.joining(", "));
    }
}
