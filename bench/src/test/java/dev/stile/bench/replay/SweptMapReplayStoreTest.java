package dev.stile.bench.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stile.replay.ReplayStore;
import dev.stile.replay.ReplayStoreContract;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class SweptMapReplayStoreTest extends ReplayStoreContract {
    private static final int P = 60;

    private final AtomicLong now = new AtomicLong(1_800_000_000L);

    @Override
    protected ReplayStore store(int capacity) {
        return new SweptMapReplayStore(capacity, now::get);
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
    void fill_fullAndThenEnded_isEmptyWithoutAnotherClaim() {
        ReplayStore store = store(100);
        LongStream.range(0, 100).forEach(i -> store.claim(key(i), now() + P));
        assertThat(store.fill()).isEqualTo(1);
        advance(P + 2);
        assertThat(store.fill()).isZero();
    }
}
