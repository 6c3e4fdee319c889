package dev.stile.bench.replay;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RedeemRunTest {
    /** A proof that is refused, or a claim that is not the first, throws. */
    @Test
    void fill_anyStore_redeemsUntilNearlyFull() {
        try (Crew crew = new Crew(1)) {
            assertThat(new RedeemRun().fill(crew, Candidate.COMPACT)).isBetween(190_000, Candidate.CAPACITY);
        }
    }
}
