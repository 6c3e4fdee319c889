package dev.stile.bench.cost;

import dev.stile.bench.MarkedTables;
import dev.stile.budget.BudgetTerms;
import dev.stile.difficulty.Circumstances;
import dev.stile.difficulty.DifficultyController;
import dev.stile.difficulty.DifficultyTerms;
import dev.stile.difficulty.Wanted;
import dev.stile.protocol.Difficulty;
import dev.stile.protocol.Level;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** Computes the tables of {@code docs/cost-model.md} from the defaults and from named figures. */
public final class CostModel {
    /** The defaults: 16 rounds of 14 bits, three seconds of a slow phone, and half a period of 60 s of it. */
    public static final DifficultyTerms TERMS =
            new DifficultyTerms(new Difficulty(14, 16), DifficultyTerms.DEFAULT_ORDINARY_WORK, 15_000_000);

    private static final int PAGES_PER_PASS = BudgetTerms.DEFAULT.requests();

    private record Row(String name, double work) {}

    private CostModel() {}

    /** What a proof costs: one line a price, one column a solver. */
    static String proofs() {
        List<Solver> solvers = List.of(Solver.PHONE, Solver.DESKTOP, Solver.CORE, Solver.FAST_CORE, Solver.GPU);
        return MarkedTables.table(
                cells(
                        Stream.of("price of a proof", "expected hashes"),
                        solvers.stream().map(Solver::name)),
                rows().stream()
                        .map(row -> cells(
                                Stream.of(row.name(), Figures.count(Math.round(row.work()))),
                                solvers.stream().map(solver -> Figures.seconds(solver.seconds(row.work()))))));
    }

    /**
     * What so many pages cost who keeps the passes and spends each to its end.
     *
     * @param unit the name of what dollars are multiplied to
     */
    static String pages(double pages, double perDollar, String unit) {
        List<Solver> solvers = List.of(Solver.DRIVEN, Solver.CORE, Solver.FAST_CORE, Solver.GPU);
        return MarkedTables.table(
                cells(
                        Stream.of("price of a proof"),
                        solvers.stream().flatMap(solver -> Stream.of(solver.name(), unit))),
                rows().stream()
                        .map(row ->
                                cells(Stream.of(row.name()), solvers.stream().flatMap(solver -> {
                                    double work = row.work() * pages / PAGES_PER_PASS;
                                    return Stream.of(
                                            Figures.seconds(solver.seconds(work)),
                                            Figures.digits(perDollar * solver.dollars(work)));
                                }))));
    }

    /** What a million pages cost, and how often a reader is asked, by the requests that a pass buys. */
    static String budgets() {
        double base = TERMS.base().work();
        return MarkedTables.table(
                List.of(
                        "requests a pass buys",
                        "proofs for a million pages",
                        "the same on one core, at the base price",
                        "at the highest price",
                        "pages of a visitor, each with 24 files",
                        "that is a page every ... of 30 min"),
                Stream.of(1, 30, 100, 300, 1_000, 6_000).map(requests -> {
                    double proofs = 1e6 / requests;
                    // A page counts 1, and each of its files an eighth.
                    int pages = Math.max(1, requests / 4);
                    return List.of(
                            Figures.count(requests),
                            Figures.count(Math.round(proofs)),
                            Figures.seconds(Solver.CORE.seconds(base * proofs)),
                            Figures.seconds(Solver.CORE.seconds(TERMS.maxWork() * proofs)),
                            Figures.count(pages),
                            Figures.seconds(30 * 60.0 / pages));
                }));
    }

    private static List<Row> rows() {
        return List.of(
                new Row("base, level 1", level(Level.ONE)),
                new Row("level 2", level(Level.TWO)),
                new Row("level 3", level(Level.THREE)),
                new Row("most below an emergency", TERMS.ordinaryWork()),
                new Row("most at all", TERMS.maxWork()));
    }

    private static double level(Level level) {
        Wanted wanted = new Wanted(level, 1, OptionalInt.empty());
        return DifficultyController.price(TERMS, wanted, Circumstances.CALM)
                .difficulty()
                .work();
    }

    private static List<String> cells(Stream<String> first, Stream<String> rest) {
        return Stream.concat(first, rest).toList();
    }
}
