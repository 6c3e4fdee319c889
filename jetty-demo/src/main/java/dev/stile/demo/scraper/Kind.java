package dev.stile.demo.scraper;

/** How a scraper goes about it. */
public enum Kind {

    /** One address that pays whatever is asked. */
    GREEDY(1, true),

    /** One address that never pays. */
    FLOOD(1, false),

    /** Twenty addresses of one /24 that share the book among them, and pay. */
    HERD(20, true);

    private final int addresses;
    private final boolean pays;

    Kind(int addresses, boolean pays) {
        this.addresses = addresses;
        this.pays = pays;
    }

    /** From how many addresses it comes, at most {@value Plan#MAX_ADDRESSES}. */
    public int addresses() {
        return addresses;
    }

    /** Whether it solves its challenges. */
    public boolean pays() {
        return pays;
    }
}
