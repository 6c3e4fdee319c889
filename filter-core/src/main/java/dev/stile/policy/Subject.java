package dev.stile.policy;

import dev.stile.request.RequestFacts;
import java.util.Arrays;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One request as conditions look at it: what several of them need is made once, and not before. For one thread. */
public final class Subject {
    private final RequestFacts facts;
    private final UserAgentMemory agents;
    private String @Nullable [] segments;
    private @Nullable Set<UserAgentCondition> agentOutcomes;

    Subject(RequestFacts facts, UserAgentMemory agents) {
        this.facts = facts;
        this.agents = agents;
    }

    RequestFacts facts() {
        return facts;
    }

    /** The path, cut into its segments. */
    String[] segments() {
        if (segments == null) {
            segments = PathPattern.segments(facts.path());
        }
        return segments;
    }

    /** The segments of the path without a slash at its end; of the path itself where there is none, or nothing else. */
    String[] segmentsWithoutSlash() {
        String[] path = segments();
        boolean slash = path.length > 2 && path[path.length - 1].isEmpty();
        return slash ? Arrays.copyOf(path, path.length - 1) : path;
    }

    boolean agentMeets(UserAgentCondition condition) {
        if (agentOutcomes == null) {
            agentOutcomes = agents.outcomes(facts.headers().first("User-Agent").orElse(""));
        }
        return agentOutcomes.contains(condition);
    }
}
