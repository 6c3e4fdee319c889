package dev.stile.demo.web;

import dev.stile.demo.scraper.Counts;
import dev.stile.demo.scraper.Report;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/** The charts of a run: what it got, what it was asked, and what it paid, second by second. */
final class RunCharts {

    private static final String PER_SECOND = "a second";

    private final Report report;
    private final Counts total;

    private RunCharts(Report report) {
        this.report = report;
        this.total = report.total();
    }

    static Markup of(Report report) {
        return Markup.join(new RunCharts(report).all().map(Chart::markup).toList());
    }

    private Stream<Chart> all() {
        return Stream.of(
                chart("Pages got", Numbers.whole(total.pages()), PER_SECOND, Counts::pages),
                chart("Challenges met instead", Numbers.whole(total.challenges()), PER_SECOND, Counts::challenges),
                chart(
                        "Tries asked",
                        lastAsked(),
                        "tries",
                        second -> Numbers.ratio(second.asked(), second.challenges())),
                chart("Proofs redeemed", Numbers.whole(total.proofs()), PER_SECOND, Counts::proofs),
                chart("Time spent solving", Numbers.whole(total.solving().toMillis()) + " ms", "ms a second", second ->
                        (double) second.solving().toMillis()),
                chart(
                        "Pages that a spent pass bought",
                        Numbers.mean(total.pagesOfSpent(), total.spent()),
                        "pages",
                        second -> Numbers.ratio(second.pagesOfSpent(), second.spent())),
                triesForAPage(),
                chart(
                        "Refused, or not answered",
                        Numbers.whole((long) total.refusals() + total.failures()),
                        PER_SECOND,
                        second -> second.refusals() + second.failures()));
    }

    private String lastAsked() {
        return report.lastAsked()
                .map(asked -> asked.rounds() + " rounds of " + asked.bits() + " bits")
                .orElse("none yet");
    }

    private Chart chart(String title, String note, String unit, ToDoubleFunction<Counts> value) {
        List<Double> values = new ArrayList<>();
        for (Counts second : report.seconds()) {
            values.add(value.applyAsDouble(second));
        }
        return new Chart(title, note, unit, report.plan().seconds(), values);
    }

    /** Up to each second: what a pass cost is spread over the pages that it bought. */
    private Chart triesForAPage() {
        List<Double> values = new ArrayList<>();
        Counts soFar = Counts.NONE;
        for (Counts second : report.seconds()) {
            soFar = soFar.plus(second);
            values.add(Numbers.ratio(soFar.tries(), soFar.pages()));
        }
        String note = Numbers.mean(total.tries(), total.pages());
        return new Chart(
                "Tries for a page, so far", note, "tries", report.plan().seconds(), values);
    }
}
