package dev.stile.flood;

/**
 * What flood control is built with, fixed while it runs.
 *
 * @param memoryBytes what all its counts take, 64 KiB to 1 GiB
 * @param verificationsPerSecond proofs that the server can verify in a second, 1 to 10,000,000
 * @param claimSeconds for how long a redeemed proof takes room in the replay store, twice the period; 1 to 86,400
 */
public record FloodSettings(int memoryBytes, int verificationsPerSecond, int claimSeconds) {
    /**
     * Good for a million active clients, for a tenth of what one core verifies (4 µs a proof of 16 rounds), and for the
     * claims of a period of a minute.
     */
    public static final FloodSettings DEFAULT = new FloodSettings(16 << 20, 20_000, 120);

    public FloodSettings {
        requireRange("memoryBytes", memoryBytes, 64 << 10, 1 << 30);
        requireRange("verificationsPerSecond", verificationsPerSecond, 1, 10_000_000);
        requireRange("claimSeconds", claimSeconds, 1, 86_400);
    }

    private static void requireRange(String name, int value, int min, int max) {
        if (value < min || value > max) {
            throw new IllegalArgumentException(name + " must be " + min + " to " + max + ", but is " + value);
        }
    }
}
