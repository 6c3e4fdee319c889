package dev.stile.config;

import dev.stile.policy.Mode;
import dev.stile.policy.PathPattern;
import dev.stile.policy.PathRules;
import dev.stile.policy.Policy;
import dev.stile.policy.Thresholds;
import java.util.List;
import java.util.stream.Stream;

/**
 * Who is asked, as far as it can be said without a policy file.
 *
 * @param mode how the gate behaves where no path says otherwise
 * @param exempt paths that are never challenged, beside those of {@link PathRules#AGREED}
 * @param always paths that are always challenged, if they are not exempt
 * @param threshold the suspicion from which on a request is challenged, 1 to 100
 */
public record PolicyOptions(Mode mode, List<PathPattern> exempt, List<PathPattern> always, int threshold) {
    public PolicyOptions {
        exempt = List.copyOf(exempt);
        always = List.copyOf(always);
    }

    /** The policy that these options make by themselves. */
    public Policy policy() {
        return new Policy(
                mode,
                Stream.concat(PathRules.agreed().stream(), PathRules.of(exempt, always).stream())
                        .toList(),
                Thresholds.challengeFrom(threshold));
    }
}
