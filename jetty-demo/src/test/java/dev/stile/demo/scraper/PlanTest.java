package dev.stile.demo.scraper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PlanTest {

    @ParameterizedTest
    @CsvSource({"0, 1", "101, 1", "1, 0", "1, 61", "-1, 1", "1, 2147483647"})
    void plan_beyondItsBounds_isRefused(int pagesPerSecond, int seconds) {
        assertThatThrownBy(() -> new Plan(Kind.GREEDY, Guise.BROWSER, pagesPerSecond, seconds))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @EnumSource
    void plan_atItsBounds_isFineForEachKind(Kind kind) {
        assertThatCode(() -> new Plan(kind, Guise.PROGRAM, 100, 60)).doesNotThrowAnyException();
    }

    @Test
    void pace_manyTurnsTaken_areAtEvenDistances() {
        Pace pace = new Pace(100);
        long now = System.nanoTime();
        long first = pace.take(now);
        pace.take(now);
        pace.take(now);

        assertThat(pace.take(now) - first).isEqualTo(30_000_000);
    }

    @Test
    void pace_turnsThatNobodyTook_areLost() {
        Pace pace = new Pace(100);
        long later = System.nanoTime() + 1_000_000_000L;

        assertThat(pace.take(later)).isZero();
        assertThat(pace.take(later)).isEqualTo(10_000_000);
    }
}
