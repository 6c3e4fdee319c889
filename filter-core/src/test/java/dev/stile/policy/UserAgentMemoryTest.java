package dev.stile.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UserAgentMemoryTest {
    private static final UserAgentCondition BOTS =
            new UserAgentCondition(List.of("GPTBot", "ccbot"), List.of(LinearPattern.compile("curl/[0-9.]+")));
    private static final UserAgentCondition OTHER = new UserAgentCondition(List.of("Other"), List.of());

    @ParameterizedTest
    @CsvSource({
        "GPTBot, true",
        "'Mozilla/5.0 (compatible; gptbot/1.2; +https://openai.com/gptbot)', true",
        "CCBot/2.0, true",
        "curl/8.5.0, true",
        "'xcurl/8.5.0', false",
        "Mozilla/5.0, false",
        "'', false",
    })
    void holds_wordInAnyCaseOrWholePattern(String agent, boolean holds) {
        assertThat(rule(BOTS, PolicyRequest.page().agent(agent))).isEqualTo(holds);
    }

    @Test
    void holds_noUserAgent_isAnEmptyOne() {
        UserAgentCondition nothing = new UserAgentCondition(List.of(), List.of(LinearPattern.compile("")));
        assertThat(rule(nothing, PolicyRequest.page())).isTrue();
    }

    @Test
    void outcomes_sameText_areTheRememberedOnes() {
        UserAgentMemory memory = new UserAgentMemory(List.of(BOTS, OTHER));
        assertThat(memory.outcomes("GPTBot")).containsExactly(BOTS);
        assertThat(memory.outcomes("GPTBot")).isSameAs(memory.outcomes(new String("GPTBot")));
    }

    @Test
    void outcomes_longText_areReadAnewAndNotKept() { // A30
        UserAgentMemory memory = new UserAgentMemory(List.of(BOTS));
        String longest = "x".repeat(UserAgentMemory.MAX_LENGTH - 6) + "gptbot";
        memory.outcomes("x" + longest);
        assertThat(memory.size()).isZero();
        assertThat(memory.outcomes("x" + longest)).containsExactly(BOTS);
        memory.outcomes(longest);
        assertThat(memory.size()).isEqualTo(1);
    }

    @Test
    void outcomes_manyTexts_areForgotten() { // A30
        UserAgentMemory memory = new UserAgentMemory(List.of(BOTS));
        IntStream.range(0, 10 * UserAgentMemory.MAX_AGENTS).forEach(i -> memory.outcomes("agent " + i));
        assertThat(memory.size()).isLessThanOrEqualTo(UserAgentMemory.MAX_AGENTS);
    }

    @Test
    void rule_conditionInsideOthers_isFound() {
        Condition nested = Conditions.not(Conditions.any(List.of(Conditions.all(List.of(BOTS)))));
        assertThat(rule(nested, PolicyRequest.page().agent("GPTBot"))).isFalse();
        assertThat(rule(nested, PolicyRequest.page().agent("Mozilla/5.0"))).isTrue();
    }

    private static boolean rule(Condition condition, PolicyRequest request) {
        Policy policy = new Policy(Mode.SUSPICIOUS, List.of(new Rule("a", condition, Action.DENY)), Thresholds.DEFAULT);
        return policy.rule(request.facts()).action().isPresent();
    }
}
