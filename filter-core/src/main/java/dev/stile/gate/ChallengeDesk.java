package dev.stile.gate;

import dev.stile.protocol.Challenge;
import dev.stile.protocol.ChallengeIssuer;
import dev.stile.protocol.ChallengeReader;
import dev.stile.protocol.Checked;
import dev.stile.protocol.Difficulty;
import dev.stile.protocol.Level;
import dev.stile.protocol.Purpose;
import dev.stile.protocol.Refusal;
import dev.stile.protocol.Target;
import dev.stile.protocol.Terms;
import dev.stile.request.Query;
import dev.stile.request.RequestFacts;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Issues challenges, on the gate's own account or because a client asks outright (PROTOCOL §6). Safe for threads. */
final class ChallengeDesk {
    private final ChallengeIssuer issuer;
    private final ChallengeReader reader;
    private final PassReader passes;

    ChallengeDesk(ChallengeIssuer issuer, ChallengeReader reader, PassReader passes) {
        this.issuer = issuer;
        this.reader = reader;
        this.passes = passes;
    }

    Challenge issue(RequestFacts facts, Level level, Difficulty difficulty, long now) {
        return issuer.issue(
                Purpose.GATE, difficulty, level, facts.host(), facts.client().network(), now);
    }

    /**
     * What the client asked for: purpose and target are its word, all the rest is ours.
     *
     * @param pricing the price of a level, beside the grounds for it
     */
    Decision offer(String reference, RequestFacts facts, Function<Level, Findings> pricing, long now) {
        return EndpointQuery.of(facts)
                .then(ChallengeDesk::wish)
                .fold(
                        wish -> offer(reference, facts, wish, pricing, now),
                        reason -> Decision.of(reference, new Verdict.Refused(reason)));
    }

    /**
     * @param after the challenge that could not be redeemed; empty if none was named
     */
    private record Wish(Target target, String after) {}

    private static Checked<Wish> wish(String query) {
        return Query.single(query, "purpose")
                .then(name -> Purpose.named(name)
                        .map(Checked::of)
                        .orElseGet(() -> Checked.refused(Refusal.UNSUPPORTED_PURPOSE)))
                .then(purpose -> Query.single(query, "target"))
                .then(Target::parse)
                .then(target -> Query.optional(query, "after").then(after -> Checked.of(new Wish(target, after))));
    }

    /**
     * Never milder than the challenge that it replaces: a rule may have asked for more than is asked by default. Nor
     * lower than the pass that it renews, which would not be replaced by a lower one.
     */
    private Decision offer(
            String reference, RequestFacts facts, Wish wish, Function<Level, Findings> pricing, long now) {
        Optional<Terms> before = reader.recognise(wish.after(), facts.host(), now);
        Level level = higher(before.map(Terms::level), held(facts, now));
        Findings findings = pricing.apply(level);
        Difficulty asked = findings.price().orElseThrow().difficulty();
        Difficulty difficulty = before.map(Terms::difficulty)
                .filter(then -> then.work() > asked.work())
                .orElse(asked);
        Verdict verdict = new Verdict.Offered(issue(facts, level, difficulty, now), wish.target());
        return new Decision(reference, verdict, true, findings);
    }

    private Optional<Level> held(RequestFacts facts, long now) {
        return passes.read(facts, now).best().map(held -> held.pass().level());
    }

    private static Level higher(Optional<Level> one, Optional<Level> other) {
        return Stream.concat(one.stream(), other.stream())
                .reduce(Level.ONE, (least, level) -> level.reaches(least) ? level : least);
    }
}
