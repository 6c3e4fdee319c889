package dev.stile.gate;

import dev.stile.protocol.Checked;
import dev.stile.protocol.PassVerifier;
import dev.stile.protocol.PassVerifier.Held;
import dev.stile.protocol.Refusal;
import dev.stile.request.RequestFacts;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds the best valid pass among those that a request shows; a forged one beside it does no harm. Safe for threads.
 */
final class PassReader {
    private final PassVerifier verifier;

    PassReader(PassVerifier verifier) {
        this.verifier = verifier;
    }

    PassReading read(RequestFacts facts, long now) {
        if (facts.passes().isEmpty()) {
            return PassReading.NONE;
        }
        var context = new PassVerifier.Context(
                facts.host(), facts.family(), facts.client().network(), now);
        List<Checked<Held>> read = facts.passes().stream()
                .map(text -> verifier.verify(text, context))
                .toList();
        Optional<Held> best = read.stream()
                .flatMap(checked -> checked.passed().stream())
                .reduce((one, other) -> other.pass().isBetterThan(one.pass()) ? other : one);
        List<Refusal> refusals = read.stream().flatMap(PassReader::refusal).toList();
        return new PassReading(best, refusals);
    }

    private static Stream<Refusal> refusal(Checked<Held> checked) {
        return checked.fold(held -> Stream.empty(), Stream::of);
    }
}
