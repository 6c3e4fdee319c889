package dev.stile.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 10_000_001})
    void newStore_ofACapacityThatCannotBe_illegal(int capacity) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> store(capacity))
                .withMessageContaining("capacity")
                .withMessageContaining(Integer.toString(capacity));
    }

    /** Two threads bring one proof; one is held up, after it was verified, until the other's claim has ended. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void claim_heldUpBeyondItsEnd_isNotFirstAgain(int readings) { // A09
        AtomicInteger left = new AtomicInteger(Integer.MAX_VALUE);
        ReplayStore store = new CompactReplayStore(
                100, () -> left.getAndDecrement() == 0 ? now.incrementAndGet() : now.get(), bytes -> {});
        store.claim(key(1), START + P);
        advance(P);
        left.set(readings);
        assertThat(store.claim(key(1), START + P)).isNotEqualTo(Claim.FIRST);
    }

    @Test
    void outlivesProcess_inMemory_doesNot() {
        assertThat(store(1).outlivesProcess()).isFalse();
    }
}
