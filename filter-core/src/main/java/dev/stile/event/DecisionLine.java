package dev.stile.event;

import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A decision as one line of {@code key=value}; {@code docs/operating.md} names the keys. What is empty or not known is
 * left out. The client's words and the operator's names are quoted, escaped and cut, so that nobody can forge a line.
 */
final class DecisionLine {
    /** Not String.format, which takes half a microsecond a character: paths and agents are what clients send. */
    private static final HexFormat HEX = HexFormat.of();

    private final StringBuilder line = new StringBuilder(512);

    private DecisionLine() {}

    static String of(DecisionEvent event) {
        return new DecisionLine()
                .with("reference", event.reference())
                .with("endpoint", event.endpoint())
                .with(event.outcome())
                .with("second", event.second())
                .with(event.grounds())
                .with(event.pass())
                .withCost(event)
                .withFlow(event)
                .with(event.visitor().shortened())
                .line
                .toString();
    }

    private DecisionLine with(Outcome outcome) {
        return with("verdict", outcome.verdict())
                .with("reason", outcome.reason())
                .with("enforced", outcome.enforced());
    }

    private DecisionLine with(Grounds grounds) {
        return with("rule", grounds.rule().map(DecisionLine::quoted).orElse(""))
                .with("suspicion", grounds.suspicion())
                .with("signals", list(grounds.signals(), signal -> signal.name() + ":" + signal.points()))
                .with("rules", list(grounds.rules(), rule -> quoted(rule.name()) + ":" + rule.points()));
    }

    private DecisionLine with(PassUse pass) {
        with("pass", pass.valid() ? "valid" : "none")
                .with("pass-refusals", String.join(",", pass.refusals()))
                .with("network-changed", pass.networkChanged() ? "true" : "");
        pass.budget().ifPresent(budget -> with("budget", decimal(budget.used()) + "/" + budget.requests()));
        return this;
    }

    private DecisionLine withCost(DecisionEvent event) {
        event.cost()
                .ifPresent(cost -> with("level", cost.level())
                        .with("bits", cost.difficulty().bits())
                        .with("rounds", cost.difficulty().rounds())
                        .with("work", cost.difficulty().work())
                        .with(
                                "factors",
                                list(cost.factors(), factor -> factor.name() + ":" + decimal(factor.times()))));
        return this;
    }

    private DecisionLine withFlow(DecisionEvent event) {
        event.flow()
                .ifPresent(flow -> with("client-rate", decimal(flow.client()))
                        .with("wider-rate", decimal(flow.wider()))
                        .with("total-rate", decimal(flow.total()))
                        .with("load", decimal(flow.load())));
        return this;
    }

    private DecisionLine with(Visitor words) {
        return with("client", words.client())
                .with("method", quoted(words.method()))
                .with("path", quoted(words.path()))
                .with("agent", quoted(words.agent()));
    }

    private DecisionLine with(String key, Object value) {
        String text = value.toString();
        if (!text.isEmpty()) {
            line.append(line.length() == 0 ? "" : " ").append(key).append('=').append(text);
        }
        return this;
    }

    private static <T> String list(List<T> all, Function<T, String> text) {
        return all.stream().map(text).collect(Collectors.joining(","));
    }

    private static String decimal(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }

    /** Visible ASCII without quote and backslash stays; every other character becomes its UTF-16 code. */
    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 0x20 && c < 0x7f && c != '"' && c != '\\') {
                quoted.append(c);
            } else {
                quoted.append("\\u").append(HEX.toHexDigits(c));
            }
        }
        return quoted.append('"').toString();
    }
}
