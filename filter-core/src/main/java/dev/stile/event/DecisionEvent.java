package dev.stile.event;

import java.util.Optional;

/**
 * One decision of the gate and all that led to it, for listeners. Holds no secret: neither challenge nor pass. What the
 * client said is in {@link Visitor} alone; the other texts are tokens of closed lists, or the operator's names.
 *
 * @param reference the id that the visitor may have been shown, 10 characters
 * @param second when, in seconds since the Unix epoch
 * @param endpoint {@code page}, {@code redeem}, {@code challenge}, {@code wait}, {@code waited}, {@code operator}, {@code file}, {@code
 *     nothing} or {@code unclear}
 * @param outcome what was decided
 * @param visitor who asked for what
 * @param grounds what spoke for and against the request
 * @param pass what became of the passes that it showed
 * @param cost what the challenge asks; empty where none was issued
 * @param flow how much came; empty where nothing asked for it
 */
public record DecisionEvent(
        String reference,
        long second,
        String endpoint,
        Outcome outcome,
        Visitor visitor,
        Grounds grounds,
        PassUse pass,
        Optional<Cost> cost,
        Optional<Flow> flow) {

    /** The same with the client's words cut, so that what keeps it has a bound. */
    public DecisionEvent shortened() {
        return new DecisionEvent(reference, second, endpoint, outcome, visitor.shortened(), grounds, pass, cost, flow);
    }
}
