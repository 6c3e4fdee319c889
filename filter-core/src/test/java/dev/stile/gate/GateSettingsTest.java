package dev.stile.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GateSettingsTest {

    @ParameterizedTest
    @CsvSource({"0,1,1", "86401,1,1", "-1,1,1", "1,0,1", "1,1,0", "1,-1,1"})
    void new_outOfRange_isRefused(int periodSeconds, int passSeconds, int replayCapacity) {
        assertThatIllegalArgumentException().isThrownBy(() -> settings(periodSeconds, passSeconds, replayCapacity));
    }

    @Test
    void new_atTheLimits_isMade() {
        assertThat(settings(1, 1, 1).passSeconds()).isEqualTo(1);
        assertThat(settings(86_400, Integer.MAX_VALUE, Integer.MAX_VALUE).periodSeconds())
                .isEqualTo(86_400);
    }

    private static GateSettings settings(int periodSeconds, int passSeconds, int replayCapacity) {
        return new GateSettings(periodSeconds, passSeconds, replayCapacity, Optional.empty(), Optional.empty());
    }
}
