package dev.stile.bench.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stile.replay.Claim;
import dev.stile.replay.ReplayKey;
import dev.stile.replay.ReplayStore;
import dev.stile.replay.ReplayStoreContract;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class CompactReplayStoreTest extends ReplayStoreContract {
    private static final long START = 1_800_000_000L;
    private static final int P = 60;

    private final AtomicLong now = new AtomicLong(START);

    @Override
    protected ReplayStore store(int capacity) {
        return new CompactReplayStore(capacity, now::get, new SplittableRandom(1)::nextBytes);
    }

    @Override
    protected long now() {
        return now.get();
    }

    @Override
    protected void advance(long seconds) {
        now.addAndGet(seconds);
    }

    @Test
    void claim_filledTwiceOver_everyAcceptedOneIsSeenAndNoOther() { // A10
        int capacity = 20_000;
        ReplayStore store = store(capacity);
        List<Claim> answers = LongStream.range(0, 2L * capacity)
                .mapToObj(i -> store.claim(key(i), START + P))
                .toList();
        assertThat(answers.subList(0, capacity)).containsOnly(Claim.FIRST);
        assertThat(answers.subList(capacity, answers.size())).containsOnly(Claim.UNAVAILABLE);

        advance(P);
        assertThat(LongStream.range(0, capacity).mapToObj(i -> store.claim(key(i), START + P)))
                .containsOnly(Claim.SEEN);
    }

    @Test
    void claim_fullAndEndedHourAfterHour_isTakenAgain() {
        int capacity = 1_000;
        ReplayStore store = store(capacity);
        for (int turn = 0; turn < 60; turn++) {
            int first = turn * capacity;
            assertThat(LongStream.range(first, first + capacity).mapToObj(i -> store.claim(key(i), now() + P)))
                    .containsOnly(Claim.FIRST);
            assertThat(store.fill()).isEqualTo(1);
            advance(P + 2);
            assertThat(store.fill()).isZero();
        }
    }

    @Test
    void claim_keysGroundForOneSlotOfAPlainTable_areSpread() {
        ReplayStore store = store(1_000);
        assertThat(LongStream.range(0, 1_000).mapToObj(i -> store.claim(new ReplayKey(0, i << 32), START + P)))
                .containsOnly(Claim.FIRST);
    }
}
