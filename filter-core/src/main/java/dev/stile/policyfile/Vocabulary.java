package dev.stile.policyfile;

import dev.stile.policy.Crawlers;
import java.util.Set;

/**
 * What rules may name besides what a request holds.
 *
 * @param conditions the conditions that the application brings
 * @param crawlers the crawlers that {@code verifier} knows
 * @param verifier tells whether a request comes from a crawler
 */
public record Vocabulary(Set<String> conditions, Set<String> crawlers, Crawlers verifier) {
    public Vocabulary {
        conditions = Set.copyOf(conditions);
        crawlers = Set.copyOf(crawlers);
    }
}
