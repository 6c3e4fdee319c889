package dev.stile.bench.replay;

import dev.stile.bench.replay.Crew.Took;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Lets candidates take turns, so that what else the machine does at a moment meets all of them alike. */
final class Turns {
    private Turns() {}

    /**
     * What a measurement took, the mean of so many turns of each.
     *
     * @param after each turn
     */
    static Map<Candidate, Took> means(
            List<Candidate> candidates, int turns, Function<Candidate, Took> measure, Runnable after) {
        Map<Candidate, Took> sums = new EnumMap<>(Candidate.class);
        for (int turn = 0; turn < turns; turn++) {
            for (Candidate candidate : candidates) {
                sums.merge(candidate, measure.apply(candidate), Took::plus);
            }
            after.run();
        }
        sums.replaceAll((candidate, sum) -> sum.over(turns));
        return sums;
    }
}
