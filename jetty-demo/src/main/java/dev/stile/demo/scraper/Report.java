package dev.stile.demo.scraper;

import dev.stile.protocol.Difficulty;
import java.util.List;
import java.util.Optional;

/**
 * How a run stands at one moment.
 *
 * @param running whether it still goes on
 * @param distinct whether each source has an address of its own; false where the system has but one
 * @param lastAsked how much the last challenge asked for; empty before the first
 * @param seconds what came of each second so far, at least one
 * @param sources what came of each source, in the order of their numbers
 */
public record Report(
        Plan plan,
        boolean running,
        boolean distinct,
        Optional<Difficulty> lastAsked,
        List<Counts> seconds,
        List<Source> sources) {

    public Report {
        seconds = List.copyOf(seconds);
        sources = List.copyOf(sources);
    }

    /** What came of one source. */
    public record Source(String address, Counts counts) {}

    /** What came of all. */
    public Counts total() {
        return seconds.stream().reduce(Counts.NONE, Counts::plus);
    }
}
