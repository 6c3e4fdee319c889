package dev.stile.config;

import dev.stile.difficulty.DifficultyTerms;
import dev.stile.protocol.Difficulty;

/**
 * What a challenge costs and how it is answered.
 *
 * @param status HTTP status of a challenge: 429, 403 or 503
 * @param difficulty bits and rounds
 * @param periodSeconds P: length of a period and life of a challenge in seconds, 10 to 3,600
 */
public record ChallengeOptions(int status, Difficulty difficulty, int periodSeconds) {
    /** What a slow phone manages: expected hashes a second, from design.md's figure. */
    static final long SLOW_PHONE_HASHES_PER_SECOND = 500_000;

    /** The bounds of the price, where nothing else is said. */
    DifficultyTerms terms() {
        long ordinary = Math.min(DifficultyTerms.DEFAULT_ORDINARY_WORK, maxWork());
        return new DifficultyTerms(difficulty, Math.max(difficulty.work(), ordinary), maxWork());
    }

    /** Most expected hashes that a slow phone finishes in half of P. */
    public long maxWork() {
        return SLOW_PHONE_HASHES_PER_SECOND * periodSeconds / 2;
    }
}
