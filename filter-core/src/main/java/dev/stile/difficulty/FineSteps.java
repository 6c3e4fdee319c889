package dev.stile.difficulty;

import dev.stile.protocol.Difficulty;

/**
 * Turns work into bits and rounds. A bit doubles the work; rounds, from the least's up to just below twice as many, fill
 * in between.
 */
final class FineSteps {
    private FineSteps() {}

    /**
     * The most that is not above {@code work}; the least where even that is too much.
     *
     * @param work expected hashes, a finite number
     * @param least where the steps begin
     */
    static Difficulty below(double work, Difficulty least) {
        int doublings = Math.max(0, Math.getExponent(work / least.work()));
        int bits = Math.min(Difficulty.MAX_BITS, least.bits() + doublings);
        int most = Math.min(Difficulty.MAX_ROUNDS, 2 * least.rounds() - 1);
        int rounds = (int) Math.max(least.rounds(), Math.min(most, Math.scalb(work, -bits)));
        return new Difficulty(bits, rounds);
    }
}
