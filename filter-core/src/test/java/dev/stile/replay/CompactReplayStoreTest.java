package dev.stile.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.stile.sketch.KeyedHash;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CompactReplayStoreTest extends OwnMemoryContract {
    private static final int P = 60;

    @Override
    protected ReplayStore store(int capacity, LongSupplier clock) {
        return new CompactReplayStore(capacity, clock, secret());
    }

    private static Consumer<byte[]> secret() {
        return new SplittableRandom(1)::nextBytes;
    }

    @Test
    void claim_keysGroundForOneSlotOfAPlainTable_areSpread() {
        ReplayStore store = store(1_000);
        assertThat(LongStream.range(0, 1_000).mapToObj(i -> store.claim(new ReplayKey(0, i << 32), now() + P)))
                .containsOnly(Claim.FIRST);
    }

    /** Of four buckets one is full long before the store is: what no client can do, for it takes the secret. */
    @Test
    void claim_bucketFull_isRefusedAndNothingForgotten() { // A10
        KeyedHash hash = KeyedHash.under(secret());
        List<ReplayKey> keys = LongStream.range(0, 10_000)
                .mapToObj(ReplayStoreContract::key)
                .filter(key -> hash.of(key.high(), key.low(), 0) >>> 62 == 0)
                .limit(66)
                .toList();
        ReplayStore store = store(100);
        assertThat(keys.subList(0, 64))
                .allSatisfy(key -> assertThat(store.claim(key, now() + P)).isEqualTo(Claim.FIRST));
        assertThat(keys.subList(64, 66))
                .allSatisfy(key -> assertThat(store.claim(key, now() + P)).isEqualTo(Claim.UNAVAILABLE));
        assertThat(keys.subList(0, 64))
                .allSatisfy(key -> assertThat(store.claim(key, now() + P)).isEqualTo(Claim.SEEN));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 10_000_001})
    void newStore_ofACapacityThatCannotBe_illegal(int capacity) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> store(capacity))
                .withMessageContaining("capacity")
                .withMessageContaining(Integer.toString(capacity));
    }
}
