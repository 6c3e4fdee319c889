package dev.stile.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stile.threads.Together;
import dev.stile.time.ForwardClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a {@link ReplayStore} in this process's own memory must do besides; the tests of each extend this. */
public abstract class OwnMemoryContract extends ReplayStoreContract {
    private static final long START = 1_800_000_000L;
    private static final int P = 60;

    private final AtomicLong now = new AtomicLong(START);

    /** A new and empty store that takes this many claims. */
    protected abstract ReplayStore store(int capacity, LongSupplier clock);

    @Override
    protected final ReplayStore store(int capacity) {
        return store(capacity, now::get);
    }

    @Override
    protected final long now() {
        return now.get();
    }

    @Override
    protected final void advance(long seconds) {
        now.addAndGet(seconds);
    }

    @Test
    void claim_filledTenTimesOver_everyAcceptedOneIsSeenAndNoOther() { // A10
        int capacity = 20_000;
        ReplayStore store = store(capacity);
        List<Claim> answers = LongStream.range(0, 10L * capacity)
                .mapToObj(i -> store.claim(key(i), START + P))
                .toList();
        assertThat(answers.subList(0, capacity)).containsOnly(Claim.FIRST);
        assertThat(answers.subList(capacity, answers.size())).containsOnly(Claim.UNAVAILABLE);

        advance(P);
        assertThat(LongStream.range(0, capacity).mapToObj(i -> store.claim(key(i), START + P)))
                .containsOnly(Claim.SEEN);
    }

    @Test
    void claim_fullAndThenExpired_isTakenAgain() { // A10
        int capacity = 1000;
        ReplayStore store = store(capacity);
        LongStream.range(0, capacity).forEach(i -> store.claim(key(i), START + P));
        // Expired claims are swept once a second at most, and a second after their end at the latest.
        advance(P + 2);
        assertThat(LongStream.range(0, capacity).mapToObj(i -> store.claim(key(-1 - i), now() + P)))
                .containsOnly(Claim.FIRST);
    }

    @Test
    void fill_someClaims_isTheirShareOfTheCapacity() {
        ReplayStore store = store(100);
        assertThat(store.fill()).isZero();
        LongStream.range(0, 25).forEach(i -> store.claim(key(i), START + P));
        assertThat(store.fill()).isEqualTo(0.25);
    }

    @Test
    void fill_fullAndThenExpired_isEmptyWithoutAnotherClaim() {
        ReplayStore store = store(100);
        LongStream.range(0, 100).forEach(i -> store.claim(key(i), START + P));
        assertThat(store.fill()).isEqualTo(1);
        advance(P + 2);
        assertThat(store.fill()).isZero();
    }

    @Test
    void claim_fullForAnHour_isTakenAgainAtEachTurn() {
        int capacity = 100;
        ReplayStore store = store(capacity);
        for (int turn = 0; turn < 60; turn++) {
            int first = turn * capacity;
            assertThat(LongStream.range(first, first + capacity).mapToObj(i -> store.claim(key(i), now() + P)))
                    .containsOnly(Claim.FIRST);
            assertThat(store.claim(key(-1), now() + P)).isEqualTo(Claim.UNAVAILABLE);
            advance(P + 2);
        }
    }

    @Test
    void claim_by64ThreadsWhenNearlyFull_overshootsByOneEachAtMost() {
        int capacity = 100;
        int threads = 64;
        ReplayStore store = store(capacity);
        List<Long> firsts = Together.run(
                threads,
                thread -> LongStream.range(0, capacity)
                        .filter(i -> store.claim(key(thread * 1000L + i), START + P) == Claim.FIRST)
                        .count());
        assertThat(firsts.stream().mapToLong(Long::longValue).sum())
                .isBetween((long) capacity, (long) capacity + threads);
    }

    /** A09: the system's clock is set back while proofs and claims are alive. */
    @ParameterizedTest
    @ValueSource(longs = {1, 60, 3600, 1_800_000_000L})
    void claim_wallClockStepsBack_staysForgottenOrKept(long step) {
        AtomicReference<Instant> wall = new AtomicReference<>(Instant.ofEpochSecond(START));
        ForwardClock clock = new ForwardClock(wall::get, () -> 0);
        ReplayStore store = store(100, clock::seconds);
        store.claim(key(1), START + P);
        wall.set(Instant.ofEpochSecond(START + P));
        assertThat(store.claim(key(1), START + P)).isEqualTo(Claim.SEEN);

        wall.set(Instant.ofEpochSecond(START + P).minus(Duration.ofSeconds(step)));
        assertThat(store.claim(key(1), START + P)).isEqualTo(Claim.SEEN);
    }

    @Test
    void claim_wallClockStepsBackAfterItsEnd_isNotRevived() { // A09
        AtomicReference<Instant> wall = new AtomicReference<>(Instant.ofEpochSecond(START));
        ForwardClock clock = new ForwardClock(wall::get, () -> 0);
        ReplayStore store = store(100, clock::seconds);
        store.claim(key(1), START + P);
        wall.set(Instant.ofEpochSecond(START + P + 1));
        assertThat(clock.seconds()).isEqualTo(START + P + 1);

        wall.set(Instant.ofEpochSecond(START));
        assertThat(store.claim(key(1), START + P)).isNotEqualTo(Claim.FIRST);
    }

    @ParameterizedTest
    @MethodSource("readings")
    void claim_secondTurnsWhileItIsMade_isKnownInItsLastSecond(int reading) { // A11
        TurningClock clock = new TurningClock(START);
        ReplayStore store = store(100, clock);
        clock.turnAfter(reading);
        store.claim(key(1), START + P);
        clock.set(START + P);
        assertThat(store.claim(key(1), START + P)).isEqualTo(Claim.SEEN);
    }

    /** Two threads bring one proof; one is held up, after it was verified, until the other's claim has been forgotten. */
    @ParameterizedTest
    @MethodSource("readings")
    void claim_heldUpBeyondItsEnd_isNotFirstAgain(int reading) { // A09
        TurningClock clock = new TurningClock(START);
        ReplayStore store = store(100, clock);
        store.claim(key(1), START + P);
        clock.set(START + P);
        clock.turnAfter(reading);
        assertThat(store.claim(key(1), START + P)).isNotEqualTo(Claim.FIRST);
    }

    /** How often the clock is read before the second turns: more often than one claim reads it, at the end. */
    static IntStream readings() {
        return IntStream.range(0, 10);
    }

    /** A clock whose second turns between two readings. */
    private static final class TurningClock implements LongSupplier {
        private long second;
        private int left = Integer.MAX_VALUE;

        TurningClock(long second) {
            this.second = second;
        }

        void set(long second) {
            this.second = second;
            this.left = Integer.MAX_VALUE;
        }

        void turnAfter(int readings) {
            left = readings;
        }

        @Override
        public long getAsLong() {
            if (left-- == 0) {
                second++;
            }
            return second;
        }
    }

    @Test
    void outlivesProcess_inMemory_doesNot() {
        assertThat(store(1).outlivesProcess()).isFalse();
    }
}
