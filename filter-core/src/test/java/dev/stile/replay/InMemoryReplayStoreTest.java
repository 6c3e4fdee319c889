package dev.stile.replay;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.function.LongSupplier;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InMemoryReplayStoreTest extends OwnMemoryContract {
    @Override
    protected ReplayStore store(int capacity, LongSupplier clock) {
        return new InMemoryReplayStore(capacity, clock);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1})
    void newStore_withoutRoom_illegal(int capacity) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> store(capacity))
                .withMessageContaining("capacity")
                .withMessageContaining(Integer.toString(capacity));
    }
}
