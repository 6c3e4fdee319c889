package dev.stile.gate;

import dev.stile.protocol.PassVerifier.Held;
import dev.stile.protocol.Refusal;
import java.util.List;
import java.util.Optional;

/**
 * What became of the passes that a request showed.
 *
 * @param best the best valid one
 * @param refusals why others are not believed, in the order shown
 */
public record PassReading(Optional<Held> best, List<Refusal> refusals) {
    /** No pass was looked at. */
    public static final PassReading NONE = new PassReading(Optional.empty(), List.of());

    public PassReading {
        refusals = List.copyOf(refusals);
    }
}
