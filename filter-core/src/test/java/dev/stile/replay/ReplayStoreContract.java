package dev.stile.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stile.threads.Together;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every {@link ReplayStore} must do; the tests of each extend this. */
public abstract class ReplayStoreContract {
    private static final int THREADS = 64;
    private static final int CAPACITY = 100;
    private static final int P = 60;

    /** A new and empty store that takes at least this many claims, and not many more. */
    protected abstract ReplayStore store(int capacity);

    /** The second that it is for the stores of this test. */
    protected abstract long now();

    /** Lets time go on, never back. */
    protected abstract void advance(long seconds);

    @Test
    void claim_ofNobody_first() {
        assertThat(store(CAPACITY).claim(key(1), now() + P)).isEqualTo(Claim.FIRST);
    }

    @Test
    void claim_secondTime_seen() {
        ReplayStore store = store(CAPACITY);
        store.claim(key(1), now() + P);
        assertThat(store.claim(key(1), now() + P)).isEqualTo(Claim.SEEN);
    }

    @Test
    void claim_everyLaterTime_seen() {
        ReplayStore store = store(CAPACITY);
        store.claim(key(1), now() + P);
        assertThat(List.of(
                        store.claim(key(1), now() + P), store.claim(key(1), now() + P), store.claim(key(1), now() + P)))
                .containsOnly(Claim.SEEN);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 1, 1000})
    void claim_secondTimeWithAnotherEnd_seen(int difference) {
        ReplayStore store = store(CAPACITY);
        store.claim(key(1), now() + P);
        assertThat(store.claim(key(1), now() + P + difference)).isEqualTo(Claim.SEEN);
    }

    @Test
    void claim_keyThatDiffersInItsHighHalf_first() {
        ReplayStore store = store(CAPACITY);
        store.claim(new ReplayKey(1, 2), now() + P);
        assertThat(store.claim(new ReplayKey(3, 2), now() + P)).isEqualTo(Claim.FIRST);
    }

    @Test
    void claim_keyThatDiffersInItsLowHalf_first() {
        ReplayStore store = store(CAPACITY);
        store.claim(new ReplayKey(1, 2), now() + P);
        assertThat(store.claim(new ReplayKey(1, 3), now() + P)).isEqualTo(Claim.FIRST);
    }

    @Test
    void claim_halvesExchanged_first() {
        ReplayStore store = store(CAPACITY);
        store.claim(new ReplayKey(1, 2), now() + P);
        assertThat(store.claim(new ReplayKey(2, 1), now() + P)).isEqualTo(Claim.FIRST);
    }

    @Test
    void claim_inItsLastSecond_seen() { // A11
        ReplayStore store = store(CAPACITY);
        store.claim(key(1), now() + P);
        advance(P);
        assertThat(store.claim(key(1), now())).isEqualTo(Claim.SEEN);
    }

    @Test
    void claim_afterItsLastSecond_first() { // A11
        ReplayStore store = store(CAPACITY);
        store.claim(key(1), now() + P);
        advance(P + 1);
        assertThat(store.claim(key(1), now() + P)).isEqualTo(Claim.FIRST);
    }

    @Test
    void claim_madeAnewAfterItsEnd_seenToItsNewEnd() {
        ReplayStore store = store(CAPACITY);
        store.claim(key(1), now() + P);
        advance(P + 1);
        long until = now() + P;
        store.claim(key(1), until);
        advance(P);
        assertThat(store.claim(key(1), until)).isEqualTo(Claim.SEEN);
    }

    @Test
    void claim_forThisSecondOnly_seenInThisSecond() {
        ReplayStore store = store(CAPACITY);
        assertThat(store.claim(key(1), now())).isEqualTo(Claim.FIRST);
        assertThat(store.claim(key(1), now())).isEqualTo(Claim.SEEN);
    }

    /** It may have been claimed and forgotten: a thread that was held up on its way here must not be the first again. */
    @Test
    void claim_whoseEndIsPast_unavailable() { // A09
        ReplayStore store = store(CAPACITY);
        assertThat(store.claim(key(1), now() - 1)).isEqualTo(Claim.UNAVAILABLE);
    }

    @Test
    void claim_longOne_seenToItsEnd() {
        ReplayStore store = store(CAPACITY);
        long until = now() + 2 * 86_400 + 5;
        store.claim(key(1), until);
        advance(2 * 86_400 + 5);
        assertThat(store.claim(key(1), until)).isEqualTo(Claim.SEEN);
    }

    @Test
    void claim_whileOthersComeAndGo_seenToItsEnd() {
        ReplayStore store = store(CAPACITY);
        store.claim(key(1), now() + P);
        for (int second = 1; second <= P; second++) {
            advance(1);
            store.claim(key(1 + second), now());
        }
        assertThat(store.claim(key(1), now())).isEqualTo(Claim.SEEN);
    }

    @RepeatedTest(20)
    void claim_by64ThreadsAtOnce_oneIsFirst() { // A09
        ReplayStore store = store(CAPACITY);
        long until = now() + P;
        List<Claim> answers = Together.run(THREADS, thread -> store.claim(key(1), until));
        assertThat(answers).containsOnly(Claim.FIRST, Claim.SEEN).containsOnlyOnce(Claim.FIRST);
    }

    @RepeatedTest(5)
    void claim_manyKeysBy64ThreadsAtOnce_oneIsFirstOfEach() { // A09
        int keys = 500;
        ReplayStore store = store(keys + THREADS);
        long until = now() + P;
        // Each thread begins at another key, so that different ones are claimed at the same moment.
        List<Long> firsts = Together.run(
                THREADS,
                thread -> LongStream.range(0, keys)
                        .filter(i -> store.claim(key((i + thread * 8) % keys), until) == Claim.FIRST)
                        .count());
        assertThat(firsts.stream().mapToLong(Long::longValue).sum()).isEqualTo(keys);
    }

    @Test
    void claim_full_unavailable() { // A10
        assertThat(filled().claim(key(-1), now() + P)).isEqualTo(Claim.UNAVAILABLE);
    }

    @Test
    void claim_full_everyLiveOneIsSeen() { // A10
        ReplayStore store = filled();
        for (int i = 0; i < CAPACITY; i++) {
            store.claim(key(-1 - i), now() + P);
        }
        assertThat(LongStream.range(0, CAPACITY).mapToObj(i -> store.claim(key(i), now() + P)))
                .containsOnly(Claim.SEEN);
    }

    @Test
    void claim_thatWasUnavailable_wasNotMade() {
        ReplayStore store = filled();
        store.claim(key(-1), now() + 10 * P);
        advance(P + 2);
        assertThat(store.claim(key(-1), now() + P)).isEqualTo(Claim.FIRST);
    }

    private ReplayStore filled() {
        ReplayStore store = store(CAPACITY);
        assertThat(LongStream.range(0, CAPACITY).mapToObj(i -> store.claim(key(i), now() + P)))
                .containsOnly(Claim.FIRST);
        return store;
    }

    /** Keys that differ, as those of tuples do, in both halves. */
    protected static ReplayKey key(long number) {
        return new ReplayKey(number * 0x9e37_79b9_7f4a_7c15L, ~number);
    }
}
