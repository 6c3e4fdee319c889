package dev.stile.policy;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Remembers which of a policy's conditions hold for a User-Agent: few texts make up most requests. Holds at most {@value
 * #MAX_AGENTS} texts of at most {@value #MAX_LENGTH} characters, about a megabyte; longer ones are looked at anew each
 * time. Safe for threads.
 */
final class UserAgentMemory {
    static final int MAX_AGENTS = 1_000;
    static final int MAX_LENGTH = 512;

    private final List<UserAgentCondition> conditions;
    private final Cache<String, Set<UserAgentCondition>> outcomes;

    UserAgentMemory(List<UserAgentCondition> conditions) {
        this.conditions = List.copyOf(conditions);
        // Its upkeep runs on the threads that use it: a policy that was replaced leaves no task behind.
        this.outcomes = Caffeine.newBuilder()
                .maximumSize(MAX_AGENTS)
                .executor(Runnable::run)
                .build();
    }

    /** The conditions that hold. */
    Set<UserAgentCondition> outcomes(String agent) {
        if (agent.length() > MAX_LENGTH) {
            return read(agent);
        }
        Set<UserAgentCondition> known = outcomes.getIfPresent(agent);
        if (known != null) {
            return known;
        }
        Set<UserAgentCondition> read = read(agent);
        outcomes.put(agent, read);
        return read;
    }

    private Set<UserAgentCondition> read(String agent) {
        return conditions.stream().filter(condition -> condition.holds(agent)).collect(Collectors.toUnmodifiableSet());
    }

    /** Texts that are remembered, once those beyond the bound are gone. */
    long size() {
        outcomes.cleanUp();
        return outcomes.estimatedSize();
    }
}
