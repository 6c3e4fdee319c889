package dev.stile.policyfile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stile.budget.BudgetTerms;
import dev.stile.difficulty.DifficultyTerms;
import dev.stile.flood.FloodTerms;
import dev.stile.gate.GateTerms;
import dev.stile.load.LoadTerms;
import dev.stile.policy.Action;
import dev.stile.policy.Crawlers;
import dev.stile.policy.Mode;
import dev.stile.policy.Policy;
import dev.stile.policy.PolicyRequest;
import dev.stile.policy.Rule;
import dev.stile.policy.Ruling;
import dev.stile.policy.Thresholds;
import dev.stile.protocol.Difficulty;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads policies for tests: no rule of an option, the condition {@code logged-in}, and googlebot at 192.0.2.66. */
final class Readings {
    static final Vocabulary VOCABULARY = new Vocabulary(
            Set.of("logged-in"),
            Set.of("googlebot", "bingbot", "duckduckbot", "applebot", "yandexbot", "baiduspider", "qwantbot"),
            new Crawlers(
                    (crawler, agent) -> true,
                    (crawler, facts) -> crawler.equals("googlebot")
                            && facts.client().toString().equals("192.0.2.66")));

    private Readings() {}

    static PolicyReader reader() {
        return reader(List.of());
    }

    static PolicyReader reader(List<Rule> rulesOfOptions) {
        return new PolicyReader(options(rulesOfOptions), VOCABULARY);
    }

    static GateTerms options(List<Rule> rules) {
        return new GateTerms(
                new Policy(Mode.SUSPICIOUS, rules, Thresholds.DEFAULT),
                new DifficultyTerms(new Difficulty(14, 16), 1_500_000, 15_000_000),
                FloodTerms.DEFAULT,
                LoadTerms.DEFAULT,
                BudgetTerms.DEFAULT,
                Optional.empty());
    }

    /** The terms of a file without mistakes. */
    static GateTerms terms(String text) {
        PolicyReading reading = reader().read(new MemoryFile.Folder().write("stile.yaml", text));
        assertThat(reading.problems()).isEmpty();
        return reading.terms().orElseThrow();
    }

    /** The mistakes of a file. */
    static List<String> problems(String text) {
        PolicyReading reading = reader().read(new MemoryFile.Folder().write("stile.yaml", text));
        assertThat(reading.terms().isEmpty()).isEqualTo(!reading.problems().isEmpty());
        return reading.problems();
    }

    /** What a policy says of a request: the rule that decides and its action, or {@code nothing}. */
    static String says(Policy policy, PolicyRequest request) {
        Ruling ruling = policy.rule(request.facts());
        return ruling.rule().map(rule -> rule + " " + word(ruling)).orElse("nothing");
    }

    private static String word(Ruling ruling) {
        return ruling.action().map(Readings::word).orElseThrow();
    }

    private static String word(Action action) {
        if (action instanceof Action.Challenge challenge) {
            return "challenges at level " + challenge.demand().level().number();
        }
        return action.equals(Action.DENY) ? "denies" : "allows";
    }
}
