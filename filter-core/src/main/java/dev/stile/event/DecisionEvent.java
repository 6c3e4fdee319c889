package dev.stile.event;

import java.util.List;

/**
 * One decision of the gate, for listeners. Holds no secret: neither challenge nor pass. {@code method}, {@code path}
 * and {@code client} are the client's words: escape them where they are shown, and make no metric label of them.
 *
 * @param reference the id that the visitor may have been shown, 10 characters
 * @param endpoint {@code page}, {@code redeem}, {@code challenge}, {@code file}, {@code nothing} or {@code unclear}
 * @param verdict {@code allow}, {@code challenge}, {@code offer}, {@code grant}, {@code refuse} or {@code serve}
 * @param reason why, a token of a closed list: of PROTOCOL §10 for {@code refuse}
 * @param enforced false where the mode let the request through although the verdict was another
 * @param suspicion 0 to 100
 * @param signals what was suspicious, tokens of a closed list
 * @param passRefusals why passes that were shown are not believed, tokens of PROTOCOL §10
 * @param networkChanged whether the pass that was shown was issued to another network
 * @param method as sent
 * @param path within the application, as the container maps it
 * @param client the client's address as a literal
 */
public record DecisionEvent(
        String reference,
        String endpoint,
        String verdict,
        String reason,
        boolean enforced,
        int suspicion,
        List<String> signals,
        List<String> passRefusals,
        boolean networkChanged,
        String method,
        String path,
        String client) {
    public DecisionEvent {
        signals = List.copyOf(signals);
        passRefusals = List.copyOf(passRefusals);
    }
}
