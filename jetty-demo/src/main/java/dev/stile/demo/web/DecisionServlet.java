package dev.stile.demo.web;

import dev.stile.event.DecisionEvent;
import dev.stile.explain.DecisionRing;
import dev.stile.gate.Traffic;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/**
 * {@code /decision}: what the gate decided about this very request, why, and what it could read; or, by its {@code
 * reference}, about another one. The demo tells anybody, for it listens on this machine only: a real application would
 * leave that to the operator's endpoint.
 */
public final class DecisionServlet extends HttpServlet {
    /** Attribute of the context that holds the {@link DecisionRing} of its gate. */
    public static final String DECISIONS = DecisionRing.class.getName();

    private static final DateTimeFormatter EXPIRY =
            DateTimeFormatter.ofPattern("HH:mm:ss 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private static final Markup NO_DECISION =
            Markup.of("<p>The gate has not looked at this request. It is switched off here.</p>\n");

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String reference = request.getParameter("reference");
        Markup body = reference == null ? thisRequest(request) : another(request, reference.strip());
        Layout.send(request, response, HttpServletResponse.SC_OK, Area.OPEN, "What the gate decided", body);
    }

    private Markup thisRequest(HttpServletRequest request) {
        Markup decision =
                GateDecision.of(request).map(DecisionServlet::decision).orElse(NO_DECISION);
        return Markup.of("""
                <h1>What the gate decided</h1>
                <p class="lead">About the request with which your browser fetched this page. Reload it, and the gate
                decides anew.</p>
                {}<h2>What it could read</h2>
                <p>The headers of this request that the gate looks at. Of cookies only the names are shown.</p>
                <dl class="facts">
                {}</dl>
                {}""", decision, headers(request), form(request, ""));
    }

    private Markup another(HttpServletRequest request, String reference) {
        Markup noted = remembered(reference.toUpperCase(Locale.ROOT))
                .map(Explanation::of)
                .orElse(Markup.of("<p>No decision of this reference is among the last 10,000.</p>\n"));
        return Markup.of("""
                <h1>What the gate decided</h1>
                <p class="lead">About the request with the reference {}.</p>
                {}{}""", reference, noted, form(request, reference));
    }

    private Optional<DecisionEvent> remembered(String reference) {
        return getServletContext().getAttribute(DECISIONS) instanceof DecisionRing decisions
                ? decisions.find(reference)
                : Optional.empty();
    }

    private static Markup form(HttpServletRequest request, String reference) {
        return Markup.of("""
                <form class="search" action="{}/decision" method="get">
                <label for="reference">The reference of another decision, such as the gate's page names</label>
                <span class="field"><input id="reference" name="reference" value="{}" maxlength="10" autocomplete="off">
                <button type="submit">Explain</button></span>
                </form>
                """, request.getContextPath(), reference);
    }

    private static Markup decision(GateDecision decision) {
        return Markup.of(
                """
                <dl class="facts">
                {}{}{}{}{}{}</dl>
                <h2>Why</h2>
                {}""",
                fact("Verdict", decision.verdict()),
                fact("Suspicion", decision.lookedAt() ? decision.suspicion() + " of 100" : "not looked at"),
                fact("Rule", decision.rule().orElse("none decided")),
                fact("Pass", pass(decision.pass())),
                fact("Traffic", decision.traffic().map(DecisionServlet::traffic).orElse("not looked at")),
                fact("Reference", decision.reference()),
                signals(decision));
    }

    private static String pass(GateDecision.Pass pass) {
        if (pass instanceof GateDecision.Pass.Held held) {
            String used = held.used().isPresent()
                    ? ", " + decimal(held.used().getAsDouble()) + " of " + held.requests() + " requests used"
                    : "";
            return "level " + held.level() + ", valid until " + EXPIRY.format(held.expiry()) + used;
        }
        return pass instanceof GateDecision.Pass.Refused refused
                ? "presented, but not believed: " + String.join(", ", refused.reasons())
                : "none was presented";
    }

    private static String traffic(Traffic traffic) {
        return decimal(traffic.rates().client()) + " requests a minute from your address without a pass, "
                + decimal(traffic.rates().wider()) + " from your network, "
                + decimal(traffic.rates().total()) + " from all; load "
                + decimal(traffic.load().value());
    }

    private static String decimal(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }

    private static Markup signals(GateDecision decision) {
        if (!decision.lookedAt()) {
            return Markup.of(
                    "<p>A pass, or an exemption of this path, decided before anything else was looked at.</p>\n");
        }
        if (decision.signals().isEmpty()) {
            return Markup.of("<p>Nothing about this request looked unusual.</p>\n");
        }
        return Markup.of(
                """
                <table class="signals">
                <thead><tr><th scope="col">What was noticed</th><th scope="col" class="number">Weight</th></tr></thead>
                <tbody>
                {}</tbody>
                </table>
                """,
                Markup.join(decision.signals().stream()
                        .map(signal -> Markup.of(
                                "<tr><td>{}</td><td class=\"number\">{}</td></tr>\n", signal.name(), signal.weight()))
                        .toList()));
    }

    private static Markup headers(HttpServletRequest request) {
        return Markup.join(ReadHeaders.of(request).stream()
                .map(header -> fact(header.name(), header.value()))
                .toList());
    }

    private static Markup fact(String name, String value) {
        return Markup.of("<div><dt>{}</dt><dd>{}</dd></div>\n", name, value);
    }
}
