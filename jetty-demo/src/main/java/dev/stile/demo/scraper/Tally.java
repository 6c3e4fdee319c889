package dev.stile.demo.scraper;

import java.util.Arrays;
import java.util.List;

/** Adds up what comes of a run, by second and by address. Its size is fixed at the start. Safe for threads. */
final class Tally {

    private final Counts[] seconds;
    private final Counts[] sources;

    Tally(int seconds, int sources) {
        this.seconds = new Counts[seconds];
        this.sources = new Counts[sources];
        Arrays.fill(this.seconds, Counts.NONE);
        Arrays.fill(this.sources, Counts.NONE);
    }

    /** Notes what happened in a second of the run; what ends after the last counts for the last. */
    synchronized void add(int second, int source, Counts counts) {
        int at = Math.min(second, seconds.length - 1);
        seconds[at] = seconds[at].plus(counts);
        sources[source] = sources[source].plus(counts);
    }

    /** The first seconds of the run. */
    synchronized List<Counts> seconds(int count) {
        return List.of(seconds).subList(0, Math.min(count, seconds.length));
    }

    synchronized List<Counts> sources() {
        return List.of(sources);
    }
}
