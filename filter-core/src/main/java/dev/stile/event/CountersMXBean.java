package dev.stile.event;

import java.util.Map;

/**
 * What JMX shows under {@code dev.stile:type=Counters}; its accessors are named as JMX wants them. All count since the
 * start.
 */
public interface CountersMXBean {
    /** Decisions by {@code verdict/reason}, such as {@code refuse/replayed}. */
    Map<String, Long> getDecisions();

    /** Decisions that mode {@code monitor} did not carry out: what would have happened, by {@code verdict/reason}. */
    Map<String, Long> getUnenforced();

    /** Suspicious signals by their token. */
    Map<String, Long> getSignals();

    /** Passes that were shown but not believed, by the reason. */
    Map<String, Long> getPassRefusals();

    /** Requests with a valid pass that was issued to another network. */
    long getNetworkChanges();
}
