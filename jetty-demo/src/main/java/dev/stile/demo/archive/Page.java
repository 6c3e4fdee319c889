package dev.stile.demo.archive;

import java.util.List;

/**
 * One page of a longer list.
 *
 * @param items what is on this page
 * @param number this page's number, from 1
 * @param count how many pages there are, at least 1
 * @param total how many items there are on all pages
 */
public record Page<T>(List<T> items, int number, int count, int total) {

    public Page {
        if (number < 1 || number > count) {
            throw new IllegalArgumentException("page " + number + " is not within 1 to " + count);
        }
        items = List.copyOf(items);
    }

    /** Cuts a page out of a list. A number beyond the ends becomes that of the first or the last page. */
    public static <T> Page<T> of(List<T> all, int wanted, int size) {
        if (size < 1) {
            throw new IllegalArgumentException("page size " + size + " is not positive");
        }
        int count = Math.max(1, (all.size() + size - 1) / size);
        int number = Math.min(Math.max(wanted, 1), count);
        int from = (number - 1) * size;
        return new Page<>(all.subList(from, Math.min(from + size, all.size())), number, count, all.size());
    }

    public boolean hasPrevious() {
        return number > 1;
    }

    public boolean hasNext() {
        return number < count;
    }
}
