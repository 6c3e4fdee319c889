package dev.stile.policy;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Whether the User-Agent holds one of some words, in any case, or is one that a pattern describes. Equal to itself
 * alone, so that outcomes are found by identity.
 */
public final class UserAgentCondition implements Condition {
    private final List<String> words;
    private final List<LinearPattern> patterns;

    UserAgentCondition(List<String> words, List<LinearPattern> patterns) {
        this.words = words.stream().map(word -> word.toLowerCase(Locale.ROOT)).toList();
        this.patterns = List.copyOf(patterns);
    }

    /** Whether it holds for this text; {@link UserAgentMemory} asks once for each. */
    boolean holds(String agent) {
        String lower = agent.toLowerCase(Locale.ROOT);
        return words.stream().anyMatch(lower::contains)
                || patterns.stream().anyMatch(pattern -> pattern.matches(agent));
    }

    @Override
    public boolean holds(Subject subject) {
        return subject.agentMeets(this);
    }

    @Override
    public Stream<UserAgentCondition> userAgents() {
        return Stream.of(this);
    }
}
