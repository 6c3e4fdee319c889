package dev.stile.flood;

/**
 * Admitted requests a minute, of those that came without a pass. A sub-resource of a page counts an eighth.
 *
 * @param client of the client's own prefix
 * @param wider of the wider prefix that it lies in
 * @param total of everybody
 */
public record Rates(double client, double wider, double total) {
    /** The same as if half as much came. */
    public Rates halved() {
        return new Rates(client / 2, wider / 2, total / 2);
    }
}
