package dev.stile.policy;

import dev.stile.request.RequestFacts;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One request as conditions look at it: what several of them need is made once, and not before. For one thread. */
public final class Subject {
    private final RequestFacts facts;
    private final UserAgentMemory agents;
    private @Nullable Set<UserAgentCondition> agentOutcomes;

    Subject(RequestFacts facts, UserAgentMemory agents) {
        this.facts = facts;
        this.agents = agents;
    }

    RequestFacts facts() {
        return facts;
    }

    boolean agentMeets(UserAgentCondition condition) {
        if (agentOutcomes == null) {
            agentOutcomes = agents.outcomes(facts.headers().first("User-Agent").orElse(""));
        }
        return agentOutcomes.contains(condition);
    }
}
