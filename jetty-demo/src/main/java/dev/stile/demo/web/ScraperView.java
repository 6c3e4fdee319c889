package dev.stile.demo.web;

import dev.stile.demo.scraper.Counts;
import dev.stile.demo.scraper.Guise;
import dev.stile.demo.scraper.Plan;
import dev.stile.demo.scraper.Report;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Shows how a run stands: what it comes to in words, charts by second, and tables by address and by decision. */
final class ScraperView {

    private static final String TABLE = """
            <div class="scroll" role="region" aria-label="{}" tabindex="0"><table class="signals dense">
            <thead><tr>{}</tr></thead>
            <tbody>
            {}</tbody>
            </table></div>
            """;

    private ScraperView() {}

    /** One sentence that changes when the run begins and when it ends: it is read out each time. */
    static String state(Report report) {
        Plan plan = report.plan();
        if (report.running()) {
            return "The scraper runs, for " + plan.seconds() + " seconds at most.";
        }
        Counts total = report.total();
        return "The scraper has ended. It got " + Numbers.whole(total.pages()) + " of the "
                + Numbers.whole((long) plan.pagesPerSecond() * report.seconds().size())
                + " pages that it was out for, and paid with " + counted(total.proofs(), "proof") + " of work.";
    }

    /** What the run comes to, and its charts. */
    static Markup of(Report report) {
        Markup oneAddress = report.distinct()
                ? Markup.EMPTY
                : Markup.of("<p>This system has no addresses like 127.1.0.1 for the scraper (macOS, for instance). It "
                        + "comes from 127.0.0.1, as your browser does: the gate takes both for one client.</p>\n");
        return Markup.of(
                "<p>{}</p>\n{}<div class=\"charts\">\n{}</div>\n",
                telling(report.plan()),
                oneAddress,
                RunCharts.of(report));
    }

    private static String telling(Plan plan) {
        if (plan.guise() == Guise.PROGRAM) {
            return "It says that it is curl, so it is asked at once, however slowly it goes. "
                    + (plan.kind().pays() ? "With a pass it gets on until the pass is spent." : "It gets no page.");
        }
        return switch (plan.kind()) {
            case GREEDY ->
                "Its headers are a browser’s, so nobody asks at first. What gives it away is how much it takes: the "
                        + "gate asks, a pass buys a number of pages, and the next pass costs more.";
            case FLOOD ->
                "Its headers are a browser’s, so nobody asks at first. Then it gets challenges instead of pages. They "
                        + "cost the server next to nothing, and as they stay unsolved they raise nobody’s price.";
            case HERD ->
                "Each address takes little. All of them are of one network, and the gate counts that too: together "
                        + "they pay for what they take together.";
        };
    }

    /** What each address came to. */
    static Markup addresses(Report report) {
        return Markup.of(
                "<h2>By address</h2>\n{}",
                table(
                        "By address",
                        List.of("Address", "Pages", "Challenges", "Proofs", "Tries for a page"),
                        report.sources().stream()
                                .map(source -> List.of(
                                        source.address(),
                                        Numbers.whole(source.counts().pages()),
                                        Numbers.whole(source.counts().challenges()),
                                        Numbers.whole(source.counts().proofs()),
                                        Numbers.mean(
                                                source.counts().tries(),
                                                source.counts().pages())))
                                .toList()));
    }

    /** What the gate decided, about everybody. */
    static Markup decisions(Map<String, Long> counts) {
        return counts.isEmpty()
                ? Markup.of("<p>Nothing yet, or the gate is switched off here.</p>\n")
                : table(
                        "What the gate decided",
                        List.of("Verdict, and why", "Requests"),
                        counts.entrySet().stream()
                                .map(count ->
                                        List.of(count.getKey().replace("/", ": "), Numbers.whole(count.getValue())))
                                .toList());
    }

    /** A table whose first column is words, and whose others are numbers. */
    private static Markup table(String name, List<String> head, List<List<String>> rows) {
        return Markup.of(
                TABLE,
                name,
                cells("<th scope=\"col\"{}>{}</th>", head),
                Markup.join(rows.stream()
                        .map(row -> Markup.of("<tr>{}</tr>\n", cells("<td{}>{}</td>", row)))
                        .toList()));
    }

    private static Markup cells(String template, List<String> texts) {
        List<Markup> cells = new ArrayList<>();
        for (String text : texts) {
            Markup style = cells.isEmpty() ? Markup.EMPTY : Markup.of(" class=\"number\"");
            cells.add(Markup.of(template, style, text));
        }
        return Markup.join(cells);
    }

    private static String counted(int count, String noun) {
        return Numbers.whole(count) + " " + noun + (count == 1 ? "" : "s");
    }
}
