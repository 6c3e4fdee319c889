package dev.stile.bench.replay;

import dev.stile.bench.client.Proofs;
import dev.stile.bench.replay.Crew.Took;
import dev.stile.protocol.ChallengeIssuer;
import dev.stile.protocol.Difficulty;
import dev.stile.protocol.Host;
import dev.stile.protocol.KeyRing;
import dev.stile.protocol.Level;
import dev.stile.protocol.NetworkPrefix;
import dev.stile.protocol.ProofVerifier;
import dev.stile.protocol.Purpose;
import dev.stile.protocol.Secret;
import dev.stile.protocol.Target;
import dev.stile.protocol.VerifiedProof;
import dev.stile.replay.Claim;
import dev.stile.replay.ReplayKey;
import dev.stile.replay.ReplayStore;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;

/**
 * Redeems proofs of 16 rounds. It is one proof, which is verified again and again; its key is
 * computed each time, and then made another one, so that each claim is the first of its key.
 */
final class RedeemRun {
    private static final int ROUNDS = 16;
    /** Of 1 bit, so that the proof is found at once; what it costs to verify does not depend on the bits. */
    private static final Difficulty DIFFICULTY = new Difficulty(1, ROUNDS);

    private static final Target TARGET = new Target("/");
    private static final int TURNS = 20;
    /** Redeems of one turn, all threads together. */
    private static final int REDEEMS = 2_000;
    /** Odd, and its multiples differ in all their bits. */
    private static final long STEP = 0x9e37_79b9_7f4a_7c15L;

    private static final int LIFE_SECONDS = 3_600;
    private static final Host HOST = new Host("www.example.org");

    private final SkippingClock clock = new SkippingClock();
    private final SplittableRandom random = new SplittableRandom(7);
    private final KeyRing keys =
            new KeyRing(List.of(Secret.of(bytes(Secret.MIN_LENGTH_BYTES))), "bench", bytes(KeyRing.EPOCH_LENGTH_BYTES));
    private final ProofVerifier verifier = new ProofVerifier(keys);
    private final String proof = new Proofs()
            .solve(
                    new ChallengeIssuer(keys, LIFE_SECONDS)
                            .issue(Purpose.GATE, DIFFICULTY, Level.ONE, HOST, NetworkPrefix.UNKNOWN, clock.getAsLong()),
                    TARGET)
            .text();

    private byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    /** What a redeem takes with each store, from half full on to seven tenths, and with none. */
    Map<Candidate, Took> measure(Crew crew) {
        Map<Candidate, ReplayStore> stores = new EnumMap<>(Candidate.class);
        for (Candidate candidate : Candidate.values()) {
            stores.put(candidate, halfFull(candidate));
        }
        return Turns.means(
                List.of(Candidate.values()),
                TURNS,
                candidate -> redeem(crew, Objects.requireNonNull(stores.get(candidate))),
                () -> {});
    }

    /** Redeems until a new store is nearly full; how many those are. */
    int fill(Crew crew, Candidate candidate) {
        ReplayStore store = candidate.store(clock);
        int turns = Candidate.CAPACITY / REDEEMS - 1;
        for (int turn = 0; turn < turns; turn++) {
            redeem(crew, store);
        }
        return turns * REDEEMS;
    }

    private ReplayStore halfFull(Candidate candidate) {
        ReplayStore store = candidate.store(clock);
        long until = clock.getAsLong() + LIFE_SECONDS;
        for (int i = 0; i < Candidate.CAPACITY / 2; i++) {
            store.claim(new ReplayKey(random.nextLong(), random.nextLong()), until);
        }
        return store;
    }

    private Took redeem(Crew crew, ReplayStore store) {
        long other = random.nextLong();
        return crew.take(REDEEMS / crew.size(), (worker, turn) -> {
            VerifiedProof verified = verified();
            ReplayKey key = ReplayKey.of(verified.replayTuple());
            ReplayKey fresh = new ReplayKey(key.high() ^ other, key.low() + (worker * REDEEMS + turn) * STEP);
            ClaimRun.require(Claim.FIRST, store.claim(fresh, verified.claimUntil()));
        });
    }

    private VerifiedProof verified() {
        var context = new ProofVerifier.Context(Purpose.GATE, HOST, NetworkPrefix.UNKNOWN, clock.getAsLong());
        return verifier.verify(proof, context).passed().orElseThrow();
    }
}
