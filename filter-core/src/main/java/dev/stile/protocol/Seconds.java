package dev.stile.protocol;

/** The range of times on the wire (PROTOCOL §1.1): what a double holds exactly, so that clients in JavaScript agree. */
final class Seconds {
    static final long LIMIT = 1L << 53;

    private Seconds() {}

    static boolean isValid(long seconds) {
        return seconds >= 0 && seconds < LIMIT;
    }

    static long require(String name, long seconds) {
        if (!isValid(seconds)) {
            throw new IllegalArgumentException(name + " must be 0 to 2^53 - 1 seconds, but is " + seconds);
        }
        return seconds;
    }
}
