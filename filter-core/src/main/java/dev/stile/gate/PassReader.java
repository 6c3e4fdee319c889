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
        // One is what nearly all show, and all that lists and streams do for it would cost as much as to verify it.
        return facts.passes().size() == 1
                ? reading(verifier.verify(facts.passes().get(0), context))
                : reading(facts.passes().stream()
                        .map(text -> verifier.verifyOneOfSeveral(text, context))
                        .toList());
    }

    private static PassReading reading(Checked<Held> one) {
        return one.fold(
                held -> new PassReading(Optional.of(held), List.of()),
                reason -> new PassReading(Optional.empty(), List.of(reason)));
    }

    private static PassReading reading(List<Checked<Held>> several) {
        Optional<Held> best = several.stream()
                .flatMap(checked -> checked.passed().stream())
                .reduce((one, other) -> other.pass().isBetterThan(one.pass()) ? other : one);
        List<Refusal> refusals = several.stream().flatMap(PassReader::refusal).toList();
        return new PassReading(best, refusals);
    }

    private static Stream<Refusal> refusal(Checked<Held> checked) {
        return checked.fold(held -> Stream.empty(), Stream::of);
    }
}
