package dev.stile.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * A set of address blocks, looked up by binary search in sorted ranges that do not overlap: logarithmic in their number
 * and without garbage. Immutable.
 */
public final class CidrSet {
    /** No address at all. */
    public static final CidrSet EMPTY = new CidrSet(List.of());

    /** For each range, two longs each: its first and its last address. */
    private final long[] firsts;

    private final long[] lasts;

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

    /** Whether the address lies in one of the blocks. */
    public boolean contains(IpAddress address) {
        int low = 0;
        int high = firsts.length / 2 - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            if (compare(firsts, middle, address) > 0) {
                high = middle - 1;
            } else if (compare(lasts, middle, address) < 0) {
                low = middle + 1;
            } else {
                return true;
            }
        }
        return false;
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
