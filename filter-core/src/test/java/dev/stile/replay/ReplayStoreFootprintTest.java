package dev.stile.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Measures what docs/configuration.md says of the memory that one claim takes. */
class ReplayStoreFootprintTest {
    private static final int CLAIMS = InMemoryReplayStore.DEFAULT_CAPACITY;
    private static final int DOCUMENTED_BYTES = 180;
    /** 16, and what the collector rounds a big array up to. */
    private static final int DOCUMENTED_COMPACT_BYTES = 24;

    @Test
    void claim_ofDefaultCapacity_costsNoMoreThanDocumented() {
        long bytes = bytesOfAClaim(() -> new InMemoryReplayStore(CLAIMS, () -> 1_700_000_000L));
        assertThat(bytes).as("bytes per live claim").isBetween(40L, (long) DOCUMENTED_BYTES);
    }

    @Test
    void claim_inTheCompactStore_costsNoMoreThanDocumented() {
        long bytes = bytesOfAClaim(() -> new CompactReplayStore(CLAIMS, () -> 1_700_000_000L, random -> {}));
        assertThat(bytes).as("bytes per live claim").isBetween(15L, (long) DOCUMENTED_COMPACT_BYTES);
    }

    private static long bytesOfAClaim(Supplier<ReplayStore> made) {
        long before = usedBytes();
        ReplayStore store = made.get();

        for (long i = 0; i < CLAIMS; i++) {
            store.claim(new ReplayKey(i * 0x9E3779B97F4A7C15L, i), 1_700_000_065L);
        }

        long bytes = (usedBytes() - before) / CLAIMS;
        assertThat(store.claim(new ReplayKey(0, 0), 1_700_000_065L)).isEqualTo(Claim.SEEN);
        return bytes;
    }

    private static long usedBytes() {
        MemoryMXBean memory = ManagementFactory.getMemoryMXBean();
        for (int i = 0; i < 5; i++) {
            memory.gc();
        }
        return memory.getHeapMemoryUsage().getUsed();
    }
}
