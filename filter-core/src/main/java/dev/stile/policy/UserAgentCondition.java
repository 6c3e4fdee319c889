package dev.stile.policy;

import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Whether the User-Agent is one of a kind: one that holds one of some words, in any case, for instance, or that a pattern
 * describes. Equal to itself alone, so that outcomes are found by identity.
 */
public final class UserAgentCondition implements Condition {
    private final Predicate<String> texts;

    /** @param texts those for which it holds, whenever it is asked */
    UserAgentCondition(Predicate<String> texts) {
        this.texts = texts;
    }

    UserAgentCondition(List<String> words, List<LinearPattern> patterns) {
        this(hasAny(words).or(matchesAny(patterns)));
    }

    private static Predicate<String> hasAny(List<String> words) {
        List<String> all =
                words.stream().map(word -> word.toLowerCase(Locale.ROOT)).toList();
        return agent -> {
            String lower = agent.toLowerCase(Locale.ROOT);
            return all.stream().anyMatch(lower::contains);
        };
    }

    private static Predicate<String> matchesAny(List<LinearPattern> patterns) {
        List<LinearPattern> all = List.copyOf(patterns);
        return agent -> all.stream().anyMatch(pattern -> pattern.matches(agent));
    }

    /** Whether it holds for this text; {@link UserAgentMemory} asks once for each. */
    boolean holds(String agent) {
        return texts.test(agent);
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
