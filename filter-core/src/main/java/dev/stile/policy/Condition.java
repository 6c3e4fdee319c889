package dev.stile.policy;

import java.util.stream.Stream;

/** When a rule applies. {@link Conditions} makes them. Pure, fast and safe for threads. */
@FunctionalInterface
public interface Condition {
    /** Whether it holds for a request. */
    boolean holds(Subject subject);

    /** The conditions on the user agent that it consists of, whose outcomes are worth remembering. */
    default Stream<UserAgentCondition> userAgents() {
        return Stream.empty();
    }
}
