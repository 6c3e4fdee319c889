package dev.stile.sketch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class KeyedHashTest {

    @Test
    void of_paperKeyAndBytes0To23_isTheReferenceVector() {
        KeyedHash hash = new KeyedHash(0x0706050403020100L, 0x0f0e0d0c0b0a0908L);

        long value = hash.of(0x0706050403020100L, 0x0f0e0d0c0b0a0908L, 0x1716151413121110L);

        // vectors_sip64[24] of the reference implementation, read as little-endian.
        assertThat(value).isEqualTo(0xb8ad50c6f649af94L);
    }

    @Test
    void of_allBitsSet_isWhatOpenSslComputes() {
        KeyedHash hash = new KeyedHash(0x0706050403020100L, 0x0f0e0d0c0b0a0908L);

        assertThat(hash.of(-1, -1, -1)).isEqualTo(0x52728e3b9f174761L);
    }

    @Test
    void of_eachWordChanged_changesTheValue() {
        KeyedHash hash = new KeyedHash(1, 2);

        assertThat(new long[] {hash.of(1, 2, 3), hash.of(0, 2, 3), hash.of(1, 0, 3), hash.of(1, 2, 0)})
                .doesNotHaveDuplicates();
    }

    @Test
    void under_otherRandomness_hashesOtherwise() {
        KeyedHash one = KeyedHash.under(bytes -> Arrays.fill(bytes, (byte) 1));
        KeyedHash other = KeyedHash.under(bytes -> Arrays.fill(bytes, (byte) 2));

        assertThat(one.of(1, 2, 3)).isNotEqualTo(other.of(1, 2, 3));
    }
}
