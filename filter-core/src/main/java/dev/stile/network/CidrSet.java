package dev.stile.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * A set of address blocks, looked up by binary search in sorted ranges that do not overlap: logarithmic in their number
 * and without garbage. The first steps go through every 64th range alone, which stay in the processor's nearest cache
 * (CidrLookupBenchmark). Immutable.
 */
public final class CidrSet {
    /** No address at all. */
    public static final CidrSet EMPTY = new CidrSet(List.of());

    private static final int LEAP = 64;

    /** For each range, two longs each: its first and its last address. */
    private final long[] firsts;

    private final long[] lasts;
    /** The first addresses of the ranges 0, 64, 128, and so on. */
    private final long[] leaps;

    private CidrSet(List<CidrBlock> blocks) {
        long[] first = new long[2 * blocks.size()];
        long[] last = new long[2 * blocks.size()];
        int size = 0;
        Optional<IpAddress> end = Optional.empty();
        for (CidrBlock block : blocks) {
            // Sorted by first address, and blocks nest or lie apart: one that does not reach further lies inside.
            IpAddress reached = block.last();
            if (end.filter(before -> reached.compareTo(before) <= 0).isPresent()) {
                continue;
            }
            end = Optional.of(reached);
            first[2 * size] = block.first().high();
            first[2 * size + 1] = block.first().low();
            last[2 * size] = reached.high();
            last[2 * size + 1] = reached.low();
            size++;
        }
        this.firsts = Arrays.copyOf(first, 2 * size);
        this.lasts = Arrays.copyOf(last, 2 * size);
        this.leaps = leaps(firsts);
    }

    /** The set of all addresses that lie in one of the blocks. */
    public static CidrSet of(Collection<CidrBlock> blocks) {
        List<CidrBlock> sorted = new ArrayList<>(blocks);
        sorted.sort((one, other) -> {
            int byFirst = one.first().compareTo(other.first());
            return byFirst != 0 ? byFirst : Integer.compare(one.length(), other.length());
        });
        return new CidrSet(sorted);
    }

    private static long[] leaps(long[] firsts) {
        int ranges = firsts.length / 2;
        long[] leaps = new long[2 * ((ranges + LEAP - 1) / LEAP)];
        for (int i = 0; i < leaps.length; i++) {
            leaps[i] = firsts[i / 2 * LEAP * 2 + i % 2];
        }
        return leaps;
    }

    /** Whether the address lies in one of the blocks. */
    public boolean contains(IpAddress address) {
        int leap = lastNotAfter(address, leaps, 0, leaps.length / 2);
        if (leap < 0) {
            return false;
        }
        // The last range that does not begin after the address is the only one that can hold it.
        int range = lastNotAfter(address, firsts, leap * LEAP, Math.min(size(), (leap + 1) * LEAP));
        return compare(lasts, range, address) >= 0;
    }

    /** The last of the sorted {@code starts} in [from, to) that is not after the address; from - 1 if all are. */
    private static int lastNotAfter(IpAddress address, long[] starts, int from, int to) {
        int low = from;
        int high = to - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            if (compare(starts, middle, address) <= 0) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return high;
    }

    /** Ranges that are kept, after those inside others are dropped. */
    public int size() {
        return firsts.length / 2;
    }

    private static int compare(long[] ends, int range, IpAddress address) {
        int byHigh = Long.compareUnsigned(ends[2 * range], address.high());
        return byHigh != 0 ? byHigh : Long.compareUnsigned(ends[2 * range + 1], address.low());
    }
}
