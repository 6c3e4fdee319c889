package dev.stile.bench.replay;

import dev.stile.replay.OwnMemoryContract;
import dev.stile.replay.ReplayStore;
import java.util.function.LongSupplier;

class SweptMapReplayStoreTest extends OwnMemoryContract {
    @Override
    protected ReplayStore store(int capacity, LongSupplier clock) {
        return new SweptMapReplayStore(capacity, clock);
    }
}
