package dev.stile.bench.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stile.bench.MarkedTables;
import dev.stile.bench.cost.CostModel;
import dev.stile.bench.cost.Solver;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SimulationTest {
    private static final Path DOCS = Path.of("../docs");
    private static final int BEGINNING = Measures.SLICES / 4;

    private static Map<Trace, Measures> runs = Map.of();

    @BeforeAll
    static void run() {
        runs = Simulation.runs();
    }

    static Stream<Trace> traces() {
        return Traces.ALL.stream();
    }

    private static Measures run(String name) {
        Trace trace =
                traces().filter(each -> each.name().equals(name)).findFirst().orElseThrow();
        return runs.get(trace);
    }

    @ParameterizedTest
    @MethodSource("traces")
    void honestMedian_onASlowPhoneBelowEmergency_isUnderThreeSeconds(Trace trace) {
        assertThat(runs.get(trace).honestSecondsBelowEmergency(Solver.PHONE, 0.5))
                .isBetween(0.1, 3.0);
    }

    @ParameterizedTest
    @MethodSource("traces")
    void plot_committed_isWhatTheSimulationDraws(Trace trace) throws IOException {
        assertThat(Files.readString(Simulation.plot(DOCS, trace)))
                .as("run bin/bench simulation")
                .isEqualTo(Plot.of(trace, runs.get(trace)));
    }

    @Test
    void table_committed_isWhatTheSimulationComputes() throws IOException {
        String doc = Files.readString(DOCS.resolve("difficulty.md"));
        assertThat(MarkedTables.replaced(doc, "traces", Simulation.table(runs)))
                .as("run bin/bench simulation")
                .isEqualTo(doc);
    }

    @Test
    void run_again_isTheSame() {
        Trace flood = Traces.ALL.get(1);
        assertThat(Plot.of(flood, World.run(flood))).isEqualTo(Plot.of(flood, runs.get(flood)));
    }

    /** The first pass is had at the base price. */
    @Test
    void attackersCost_ofTheSlowScraper_risesWhileItTakes() {
        Measures scraper = run("slow-scraper");
        assertThat(scraper.attackersSeconds(Measures.SLICES)).isGreaterThan(2 * scraper.attackersSeconds(BEGINNING));
    }

    @Test
    void attackersCost_ofTheFlood_isNearThatOfTheHighestPrice() {
        double highest = Solver.CORE.seconds(CostModel.TERMS.maxWork()) / 300 * 1000;
        assertThat(run("one-address-flood").attackersSeconds(Measures.SLICES)).isBetween(0.9 * highest, highest);
    }

    @ParameterizedTest
    @ValueSource(strings = {"one-address-flood", "slow-scraper", "office", "botnet"})
    void attackersCost_atTheEnd_isAboveThatOfTheBasePrice(String name) {
        double atTheBase = Solver.CORE.seconds(1 << 18) / 300 * 1000;
        assertThat(run(name).attackersSeconds(Measures.SLICES)).isGreaterThan(4 * atTheBase);
    }

    @Test
    void calm_readersAlone_areHardlyAsked() {
        assertThat(run("calm").askedOverall(Role.HONEST)).isLessThan(0.01);
    }

    @Test
    void oneAddressFlood_otherVisitors_areAskedNoMoreThanWhenCalm() { // A33
        assertThat(run("one-address-flood").askedOverall(Role.HONEST)).isLessThan(0.01);
    }

    @Test
    void office_peopleWithOneBot_areHardlyAsked() { // A29
        assertThat(run("office").askedOverall(Role.HONEST)).isLessThan(0.02);
    }
}
