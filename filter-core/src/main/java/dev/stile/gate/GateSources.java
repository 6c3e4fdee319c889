package dev.stile.gate;

import java.security.SecureRandom;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * Where the gate gets time and chance from. All are safe for threads.
 *
 * @param clock seconds since the Unix epoch, which never go back
 * @param randomness fills an array with unpredictable bytes
 * @param references ordinary random numbers, for reference ids
 */
public record GateSources(LongSupplier clock, Consumer<byte[]> randomness, LongSupplier references) {

    /** The platform's own randomness, beside this clock. */
    public static GateSources system(LongSupplier clock) {
        SecureRandom secure = new SecureRandom();
        return new GateSources(
                clock, secure::nextBytes, () -> ThreadLocalRandom.current().nextLong());
    }
}
