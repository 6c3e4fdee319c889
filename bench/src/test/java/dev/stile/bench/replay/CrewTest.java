package dev.stile.bench.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;

class CrewTest {
    @Test
    void take_twoThreads_eachHasAllItsTurns() {
        Map<String, Integer> done = new ConcurrentHashMap<>();
        try (Crew crew = new Crew(2)) {
            crew.take(3, (worker, turn) -> done.merge(worker + "." + turn, 1, Integer::sum));
        }
        assertThat(done).containsOnlyKeys("0.0", "0.1", "0.2", "1.0", "1.1", "1.2");
        assertThat(done.values()).containsOnly(1);
    }

    @Test
    void take_workThatThrows_throws() {
        try (Crew crew = new Crew(1)) {
            assertThatIllegalStateException()
                    .isThrownBy(() -> crew.take(1, (worker, turn) -> {
                        throw new IllegalArgumentException("wrong answer");
                    }))
                    .withMessageContaining("wrong answer");
        }
    }

    @Test
    void means_ofThreeTurns_areTheirMeansOfEach() {
        int[] turns = {0};
        Map<Candidate, Crew.Took> means = Turns.means(
                List.of(Candidate.CAFFEINE, Candidate.COMPACT),
                3,
                candidate -> new Crew.Took(candidate == Candidate.COMPACT ? 7 : turns[0], 1),
                () -> turns[0]++);
        assertThat(means.get(Candidate.CAFFEINE)).isEqualTo(new Crew.Took(1, 1));
        assertThat(means.get(Candidate.COMPACT)).isEqualTo(new Crew.Took(7, 1));
    }
}
