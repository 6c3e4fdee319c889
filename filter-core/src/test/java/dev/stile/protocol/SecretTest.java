package dev.stile.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretTest {
    private static final byte[] BYTES = "0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

    private final Secret secret = Secret.of(BYTES);

    @Test
    void matches_sameBytes_isTrue() {
        assertThat(secret.matches(BYTES.clone())).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 31, 33, 64})
    void matches_otherLength_isFalse(int length) {
        assertThat(secret.matches(Arrays.copyOf(BYTES, length))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 15, 31})
    void matches_oneBitTurned_isFalse(int index) {
        byte[] other = BYTES.clone();
        other[index] ^= 1;
        assertThat(secret.matches(other)).isFalse();
    }
}
