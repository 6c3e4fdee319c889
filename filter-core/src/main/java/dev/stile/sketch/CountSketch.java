package dev.stile.sketch;

/**
 * Whole counts of any number of keys in fixed memory. A count is never too low; it is too high where other keys share all
 * cells of a key. Counts end at {@value #MAX} and stay there. Safe for threads.
 */
public final class CountSketch {
    /** The greatest count. */
    public static final int MAX = Cells.MAX;

    private final Cells cells;

    /** @param bytes memory of the counts, 4 KiB to 1 GiB */
    public CountSketch(int bytes) {
        this.cells = new Cells(bytes);
    }

    /**
     * What has been counted under a key.
     *
     * @param hash 64 bits that clients cannot foretell: of {@link KeyedHash}, or random
     */
    public int count(long hash) {
        return cells.least(hash);
    }

    /**
     * Counts under a key, unless its count would exceed a limit: then nothing changes. One step, whatever other threads
     * do.
     *
     * @param hash as of {@link #count}
     * @param amount 0 to {@value #MAX}
     * @return what the count is now, or would be if it did not exceed the limit
     */
    public int addWithin(long hash, int amount, int limit) {
        if (amount < 0 || amount > MAX) {
            throw new IllegalArgumentException("an amount is 0 to " + MAX + ", not " + amount);
        }
        Sum sum = new Sum();
        cells.raise(hash, count -> {
            sum.value = Math.min(MAX, count + amount);
            return sum.value > limit ? count : sum.value;
        });
        return sum.value;
    }

    /** Counts under a key, and says what the count is now; see {@link #addWithin}. */
    public int add(long hash, int amount) {
        return addWithin(hash, amount, MAX);
    }

    private static final class Sum {
        private int value;
    }
}
