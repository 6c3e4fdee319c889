package dev.stile.bench.replay;

import dev.stile.replay.Claim;
import dev.stile.replay.CompactReplayStore;
import dev.stile.replay.InMemoryReplayStore;
import dev.stile.replay.ReplayKey;
import dev.stile.replay.ReplayStore;
import java.security.SecureRandom;
import java.util.List;
import java.util.function.LongSupplier;

/** What is compared. */
enum Candidate {
    /** Keeps nothing, to know what all else costs. */
    NONE("no store") {
        @Override
        ReplayStore store(LongSupplier clock) {
            return new Nothing();
        }
    },
    CAFFEINE("Caffeine, the default") {
        @Override
        ReplayStore store(LongSupplier clock) {
            return new InMemoryReplayStore(CAPACITY, clock);
        }
    },
    SWEPT_MAP("a map, swept") {
        @Override
        ReplayStore store(LongSupplier clock) {
            return new SweptMapReplayStore(CAPACITY, clock);
        }
    },
    COMPACT("compact") {
        @Override
        ReplayStore store(LongSupplier clock) {
            return new CompactReplayStore(CAPACITY, clock, new SecureRandom()::nextBytes);
        }
    };

    /** Of each store, in claims. */
    static final int CAPACITY = InMemoryReplayStore.DEFAULT_CAPACITY;

    /** Those that keep the contract. */
    static final List<Candidate> STORES = List.of(CAFFEINE, SWEPT_MAP, COMPACT);

    private final String title;

    Candidate(String title) {
        this.title = title;
    }

    /** As the tables call it. */
    String title() {
        return title;
    }

    /** A new and empty one. */
    abstract ReplayStore store(LongSupplier clock);

    private static final class Nothing implements ReplayStore {
        @Override
        public Claim claim(ReplayKey key, long until) {
            return Claim.FIRST;
        }

        @Override
        public boolean outlivesProcess() {
            return false;
        }
    }
}
