package dev.stile.bench.simulation;

import dev.stile.protocol.Difficulty;
import java.util.SplittableRandom;

/** Draws that are the same on every machine: seeded, and with {@link StrictMath}. */
final class Chance {
    private final SplittableRandom random;

    Chance(long seed) {
        this.random = new SplittableRandom(seed);
    }

    /** From [0, 1). */
    double draw() {
        return random.nextDouble();
    }

    boolean happens(double probability) {
        return random.nextDouble() < probability;
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    /** A waiting time of this mean, as between calls (the exponential distribution). */
    double pause(double mean) {
        return -mean * StrictMath.log(1 - random.nextDouble());
    }

    /** How many hashes a proof takes: rounds finds, each after a geometric number of tries. */
    double tries(Difficulty difficulty) {
        double tries = 0;
        for (int round = 0; round < difficulty.rounds(); round++) {
            tries += pause(StrictMath.scalb(1.0, difficulty.bits()));
        }
        return tries;
    }

    void fill(byte[] bytes) {
        random.nextBytes(bytes);
    }

    long word() {
        return random.nextLong();
    }
}
