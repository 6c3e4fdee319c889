package dev.stile.sketch;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Arrays;
import java.util.function.IntUnaryOperator;

/**
 * A count-min sketch (Cormode and Muthukrishnan, 2005) with conservative update (Estan and Varghese, 2002): a key has a
 * cell in each of four rows, its count is the least of them, and counting it raises only cells that are below its new
 * count. What a cell's number means is the owner's business; a greater number is a greater count. See
 * {@code docs/decisions/008-counting-in-a-sketch.md}.
 *
 * <p>Safe for threads. Updates of one key go one after the other, under one of a fixed number of locks: without that, two
 * of them at once could count as one, because neither knows which cells the other has yet to raise. Keys of different
 * locks share cells and only ever raise them. Reading takes no lock.
 */
final class Cells {
    /** The greatest number that a cell can hold. */
    static final int MAX = Character.MAX_VALUE;

    /** Fewest bytes that make sense: a few hundred cells in a row. */
    static final int MIN_BYTES = 4 << 10;

    /** With two or three rows a rare key is far off; a fifth costs a cache miss and gains little. Measured, see above. */
    private static final int ROWS = 4;

    /** A power of two, many more than there are cores. */
    private static final int LOCKS = 1 << 10;

    private static final long LOW_HALF = 0xffff_ffffL;

    private static final VarHandle CELL = MethodHandles.arrayElementVarHandle(char[].class);

    private final char[] cells;
    private final int width;
    private final Object[] locks;

    /** @param bytes memory of the cells, {@value #MIN_BYTES} to 1 GiB */
    Cells(int bytes) {
        this(new char[ROWS * rowWidth(bytes)], newLocks());
    }

    private Cells(char[] cells, Object[] locks) {
        this.cells = cells;
        this.width = cells.length / ROWS;
        this.locks = locks;
    }

    private static int rowWidth(int bytes) {
        if (bytes < MIN_BYTES || bytes > 1 << 30) {
            throw new IllegalArgumentException("a sketch has " + MIN_BYTES + " bytes to 1 GiB, not " + bytes);
        }
        return bytes / Character.BYTES / ROWS;
    }

    private static Object[] newLocks() {
        Object[] made = new Object[LOCKS];
        Arrays.setAll(made, i -> new Object());
        return made;
    }

    /** What the cells of a key say: the least of them. */
    int least(long hash) {
        long mixed = mixed(hash);
        int least = MAX;
        for (int row = 0; row < ROWS; row++) {
            least = Math.min(least, read(cellOf(row, hash, mixed)));
        }
        return least;
    }

    /**
     * Raises the cells of a key to a number that depends on what they say now; a lower number, or the same, leaves them
     * as they are. Updates of one key never overlap.
     *
     * @param update from the least of the cells to the number; one above {@link #MAX} counts as that
     */
    void raise(long hash, IntUnaryOperator update) {
        synchronized (locks[(int) hash & (LOCKS - 1)]) {
            int least = least(hash);
            int number = Math.min(MAX, update.applyAsInt(least));
            if (number > least) {
                raiseTo(hash, (char) number);
            }
        }
    }

    private void raiseTo(long hash, char number) {
        long mixed = mixed(hash);
        for (int row = 0; row < ROWS; row++) {
            int cell = cellOf(row, hash, mixed);
            char before = read(cell);
            while (before < number && !CELL.compareAndSet(cells, cell, before, number)) {
                before = read(cell);
            }
        }
    }

    /** A copy in which each cell holds another number. An update that comes meanwhile may be missing from it. */
    Cells map(IntUnaryOperator change) {
        char[] changed = new char[cells.length];
        for (int cell = 0; cell < changed.length; cell++) {
            changed[cell] = (char) change.applyAsInt(read(cell));
        }
        return new Cells(changed, locks);
    }

    private char read(int cell) {
        return (char) CELL.getOpaque(cells, cell);
    }

    /** Each row takes 32 bits of its own, scaled to the width. */
    private int cellOf(int row, long hash, long mixed) {
        long bits = row < ROWS / 2 ? hash : mixed;
        long half = row % 2 == 0 ? bits & LOW_HALF : bits >>> 32;
        return row * width + (int) ((half * width) >>> 32);
    }

    /** The finish of MurmurHash3: 64 more bits, as secret as the hash, for two more rows. */
    private static long mixed(long hash) {
        long h = (hash ^ hash >>> 33) * 0xff51afd7ed558ccdL;
        h = (h ^ h >>> 33) * 0xc4ceb9fe1a85ec53L;
        return h ^ h >>> 33;
    }
}
