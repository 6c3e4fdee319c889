package dev.stile.bench.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class SampleTest {
    @Test
    void median_ofAnOddNumber_isTheMiddleOne() {
        assertThat(new Sample(9, 1, 5).median()).isEqualTo(5);
    }

    @Test
    void median_ofAnEvenNumber_isTheMeanOfBoth() {
        assertThat(new Sample(4, 1, 9, 2).median()).isEqualTo(3);
    }

    @Test
    void over_otherRuns_dividesRunByRun() {
        assertThat(new Sample(2, 9, 8).over(new Sample(1, 3, 2)).values()).containsExactly(2, 3, 4);
    }

    @Test
    void over_anotherNumberOfRuns_isRefused() {
        assertThatThrownBy(() -> new Sample(1, 2).over(new Sample(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("2 and 1");
    }

    @Test
    void text_ofRuns_hasMedianAndSpread() {
        assertThat(new Sample(3, 1, 2).text("%.1f")).isEqualTo("2.0 (1.0 to 3.0)");
    }
}
