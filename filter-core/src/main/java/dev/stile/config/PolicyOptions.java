package dev.stile.config;

import dev.stile.policy.Mode;
import dev.stile.policy.PathPattern;
import dev.stile.policy.PathRules;
import dev.stile.policy.Policy;
import dev.stile.policy.Rule;
import dev.stile.policy.Thresholds;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Who is asked, as far as options say it, and where the rest is said.
 *
 * @param mode how the gate behaves where no rule decides
 * @param exempt paths that are never challenged, beside those of {@link PathRules#AGREED}
 * @param always paths that are always challenged, if they are not exempt
 * @param threshold the suspicion from which on a request is challenged, 1 to 100
 * @param file the policy file; where none is named, one at the usual place is taken
 * @param check how often to look for changes of the file; zero is never
 */
public record PolicyOptions(
        Mode mode,
        List<PathPattern> exempt,
        List<PathPattern> always,
        int threshold,
        Optional<String> file,
        Duration check) {
    public PolicyOptions {
        exempt = List.copyOf(exempt);
        always = List.copyOf(always);
    }

    /** What the options say; a file's rules come behind these. */
    Policy policy() {
        return new Policy(mode, rules(), Thresholds.challengeFrom(threshold));
    }

    /** Without paths that are always asked, the agreed ones need no rule before all others. */
    private List<Rule> rules() {
        List<Rule> rules = new ArrayList<>();
        if (!always.isEmpty()) {
            rules.addAll(PathRules.agreed());
        }
        if (!always.isEmpty() || !exempt.isEmpty()) {
            rules.addAll(PathRules.of(exempt, always));
        }
        return rules;
    }
}
