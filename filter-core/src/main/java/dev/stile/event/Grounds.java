package dev.stile.event;

import java.util.List;
import java.util.Optional;

/**
 * What spoke for and against a request.
 *
 * @param rule the name of the rule that decided; empty if none did
 * @param signals what was suspicious about the request, tokens of a closed list
 * @param rules the rules that changed suspicion and let the decision go on
 * @param suspicion what it comes to, 0 to 100
 */
public record Grounds(Optional<String> rule, List<Points> signals, List<Points> rules, int suspicion) {
    /** Nothing was looked at. */
    public static final Grounds NONE = new Grounds(Optional.empty(), List.of(), List.of(), 0);

    public Grounds {
        signals = List.copyOf(signals);
        rules = List.copyOf(rules);
    }
}
