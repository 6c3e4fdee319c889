package dev.stile.budget;

import dev.stile.network.CidrBlock;
import dev.stile.network.IpAddress;
import dev.stile.protocol.PassId;
import dev.stile.sketch.DecayingSketch;
import dev.stile.sketch.KeyedHash;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * In how many networks other than its own a pass is in use. Each network has a mark under the pass, 1 when it is set and
 * halving from then on; a mark that is half gone is topped up by the next request. The marks of a pass are also counted
 * together, and their sum has a limit. So a pass that is used in at most {@value #MAX} foreign networks is never stopped,
 * one that is used in more is stopped in all but {@value #MAX} to twice that, and a network that is left makes room within
 * minutes. Safe for threads.
 */
final class ForeignNetworks {
    /** Phones between cells, private relays and Tor show a handful within minutes. */
    static final int MAX = 8;

    private static final Duration HALF_LIFE = Duration.ofMinutes(3);
    private static final double FADED = 0.5;

    /** For the sum of marks, to which rounding may add a little. */
    private static final double LIMIT = MAX + 0.5;

    private final DecayingSketch marks;
    private final KeyedHash hash;

    ForeignNetworks(int bytes, KeyedHash hash, LongSupplier nanoTime) {
        this.marks = new DecayingSketch(bytes, HALF_LIFE, nanoTime);
        this.hash = hash;
    }

    /** Whether the pass may be used there: it is already, or there is room for one more network. */
    boolean admits(PassId pass, CidrBlock network) {
        long mark = mark(pass, network);
        return marks.count(mark) >= FADED || marks(pass, mark);
    }

    /** What {@link #admits} would say. Sets no mark. */
    boolean wouldAdmit(PassId pass, CidrBlock network) {
        double left = marks.count(mark(pass, network));
        return left >= FADED || marks.count(pass.low()) + 1 - left <= LIMIT;
    }

    private long mark(PassId pass, CidrBlock network) {
        IpAddress first = network.first();
        return hash.of(pass.high(), first.high(), first.low());
    }

    /**
     * Sets or tops up a mark if there is room. One thread after the other: the parts of a page come at once, and their
     * network must count once. Rare, and takes less than a microsecond.
     */
    private synchronized boolean marks(PassId pass, long mark) {
        double left = marks.count(mark);
        if (left >= FADED) {
            return true;
        }
        double missing = 1 - left;
        if (marks.addWithin(pass.low(), missing, LIMIT) > LIMIT) {
            return false;
        }
        marks.add(mark, missing);
        return true;
    }
}
