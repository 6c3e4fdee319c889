package dev.stile.bench.replay;

import dev.stile.bench.replay.ClaimRun.Situation;
import dev.stile.bench.replay.Crew.Took;
import java.util.Map;
import java.util.Objects;

/**
 * What one crew measured.
 *
 * @param claims what a claim took
 * @param redeems what a redeem took, with the claim
 */
record Round(Map<Situation, Map<Candidate, Took>> claims, Map<Candidate, Took> redeems) {
    static Round of(Crew crew, RedeemRun redeem) {
        return new Round(new ClaimRun(crew).measure(), redeem.measure(crew));
    }

    Took claim(Situation situation, Candidate candidate) {
        return Objects.requireNonNull(claims.getOrDefault(situation, Map.of()).get(candidate));
    }

    Took redeem(Candidate candidate) {
        return Objects.requireNonNull(redeems.get(candidate));
    }
}
