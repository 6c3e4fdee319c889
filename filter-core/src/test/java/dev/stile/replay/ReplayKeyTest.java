package dev.stile.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stile.wire.Bytes;
import org.junit.jupiter.api.Test;

class ReplayKeyTest {
    @Test
    void of_tuple_isTheBeginningOfItsHash() {
        byte[] tuple = Bytes.repeated(7, 72);
        ReplayKey key = ReplayKey.of(tuple);
        assertThat(Bytes.hex(Bytes.sha256(tuple))).startsWith("%016x%016x".formatted(key.high(), key.low()));
    }

    @Test
    void of_tupleThatDiffersInOneBit_isAnother() {
        byte[] tuple = Bytes.repeated(7, 72);
        byte[] other = Bytes.repeated(7, 72);
        other[71] ^= 1;
        assertThat(ReplayKey.of(other)).isNotEqualTo(ReplayKey.of(tuple));
    }

    @Test
    void compareTo_anyTwo_isByTheirHighHalfThenTheirLow() {
        assertThat(new ReplayKey(1, 9)).isLessThan(new ReplayKey(2, 1));
        assertThat(new ReplayKey(1, 1)).isLessThan(new ReplayKey(1, 2));
        assertThat(new ReplayKey(1, 1)).isEqualByComparingTo(new ReplayKey(1, 1));
    }
}
