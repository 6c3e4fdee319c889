package dev.stile.bench.replay;

import dev.stile.bench.replay.Crew.Took;
import dev.stile.replay.Claim;
import dev.stile.replay.ReplayKey;
import dev.stile.replay.ReplayStore;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;

/** Claims by a crew in new stores, of which each goes from empty to nearly full. */
final class ClaimRun {
    /** How the store is when it is asked. */
    enum Situation {
        EMPTY("fresh, empty"),
        HALF("fresh, half full"),
        NEARLY_FULL("fresh, nearly full"),
        OTHERS_END("fresh, as many end"),
        SEEN("seen, half full");

        private final String title;

        Situation(String title) {
            this.title = title;
        }

        /** As the table calls it. */
        String title() {
            return title;
        }
    }

    private static final int TURNS = 10;
    /** Claims of one turn, all threads together. */
    private static final int CLAIMS = 1_000;

    private static final int LIFE_SECONDS = 60;
    /** At this rate 120,000 are alive: over half full, as where the price begins to rise. */
    private static final int CLAIMS_A_SECOND = 2_000;

    private final Crew crew;
    private final SkippingClock clock = new SkippingClock();
    private final SplittableRandom random = new SplittableRandom(6);
    private final Map<Candidate, ReplayStore> stores = new EnumMap<>(Candidate.class);

    ClaimRun(Crew crew) {
        this.crew = crew;
        Candidate.STORES.forEach(candidate -> stores.put(candidate, candidate.store(clock)));
    }

    /** What a claim takes. */
    Map<Situation, Map<Candidate, Took>> measure() {
        Map<Situation, Map<Candidate, Took>> took = new EnumMap<>(Situation.class);
        took.put(Situation.EMPTY, fresh());
        fillTo(Candidate.CAPACITY / 2);
        took.put(Situation.HALF, fresh());
        took.put(Situation.SEEN, seen());
        fillTo(Candidate.CAPACITY - 2 * TURNS * CLAIMS);
        took.put(Situation.NEARLY_FULL, fresh());
        clock.skip(2 * LIFE_SECONDS);
        secondsGoBy();
        took.put(Situation.OTHERS_END, secondsGoBy());
        return took;
    }

    private Map<Candidate, Took> fresh() {
        return Turns.means(
                Candidate.STORES, TURNS, candidate -> claim(store(candidate), keys(CLAIMS), Claim.FIRST), () -> {});
    }

    private Map<Candidate, Took> seen() {
        return Turns.means(Candidate.STORES, TURNS, this::seenAgain, () -> {});
    }

    private Took seenAgain(Candidate candidate) {
        ReplayKey[] keys = keys(CLAIMS);
        claim(store(candidate), keys, Claim.FIRST);
        return claim(store(candidate), copies(keys), Claim.SEEN);
    }

    private void fillTo(int claims) {
        for (ReplayStore store : stores.values()) {
            claim(store, keys(claims - (int) Math.round(store.fill() * Candidate.CAPACITY)), Claim.FIRST);
        }
    }

    /** As long as a claim lives. In each second a challenge asks once how full the store is. */
    private Map<Candidate, Took> secondsGoBy() {
        return Turns.means(
                Candidate.STORES,
                LIFE_SECONDS,
                candidate -> claimAndAsk(store(candidate), keys(CLAIMS_A_SECOND)),
                () -> clock.skip(1));
    }

    private Took claimAndAsk(ReplayStore store, ReplayKey[] keys) {
        int turns = keys.length / crew.size();
        return crew.take(turns, (worker, turn) -> {
            require(Claim.FIRST, store.claim(keys[worker * turns + turn], clock.getAsLong() + LIFE_SECONDS));
            if (worker == 0 && turn == turns / 2) {
                store.fill();
            }
        });
    }

    private Took claim(ReplayStore store, ReplayKey[] keys, Claim expected) {
        int turns = keys.length / crew.size();
        return crew.take(
                turns,
                (worker, turn) ->
                        require(expected, store.claim(keys[worker * turns + turn], clock.getAsLong() + LIFE_SECONDS)));
    }

    private ReplayStore store(Candidate candidate) {
        return Objects.requireNonNull(stores.get(candidate));
    }

    /** Keys as those of tuples are, made beforehand. */
    private ReplayKey[] keys(int number) {
        ReplayKey[] keys = new ReplayKey[number];
        Arrays.setAll(keys, i -> new ReplayKey(random.nextLong(), random.nextLong()));
        return keys;
    }

    /** Equal keys that are other objects, as each redeem makes its own. */
    private static ReplayKey[] copies(ReplayKey[] keys) {
        return Arrays.stream(keys)
                .map(key -> new ReplayKey(key.high(), key.low()))
                .toArray(ReplayKey[]::new);
    }

    static void require(Claim expected, Claim answer) {
        if (answer != expected) {
            throw new IllegalStateException("a claim should be " + expected + ", but is " + answer);
        }
    }
}
