package dev.stile.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CheckedTest {
    @Test
    void require_conditionHolds_isTheValueStill() {
        assertThat(Checked.of("a").require(true, Refusal.MALFORMED)).isEqualTo(Checked.of("a"));
    }

    @Test
    void require_afterAFailedCheck_isTheFirstReason() {
        assertThat(Checked.of("a").require(false, Refusal.EXPIRED).require(false, Refusal.WRONG_HOST))
                .isEqualTo(Checked.refused(Refusal.EXPIRED));
    }

    @Test
    void require_holdsAfterAFailedCheck_isRefusedStill() {
        assertThat(Checked.of("a").require(false, Refusal.EXPIRED).require(true, Refusal.WRONG_HOST))
                .isEqualTo(Checked.refused(Refusal.EXPIRED));
    }

    @Test
    void then_afterAFailedCheck_isNotRun() {
        Checked<String> refused = Checked.refused(Refusal.FORGED);
        assertThat(refused.<Integer>then(value -> {
                    throw new AssertionError("must not run");
                }))
                .isEqualTo(Checked.refused(Refusal.FORGED));
    }
}
