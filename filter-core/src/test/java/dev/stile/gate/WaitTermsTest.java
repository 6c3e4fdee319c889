package dev.stile.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stile.budget.BudgetTerms;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WaitTermsTest {
    @Test
    void of_theWidestRange_isTaken() {
        assertThat(WaitTerms.of(60, 100).budget()).isEqualTo(new BudgetTerms(100, 25));
        assertThat(WaitTerms.of(1, 1).budget()).isEqualTo(new BudgetTerms(1, 5));
    }

    @ParameterizedTest
    @CsvSource({"0, 20, seconds", "61, 20, seconds", "5, 0, requests", "5, 101, requests"})
    void of_outOfRange_isRefusedByName(int seconds, int requests, String name) {
        assertThatThrownBy(() -> WaitTerms.of(seconds, requests))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(name);
    }
}
