package dev.stile.gate;

import dev.stile.difficulty.Price;
import dev.stile.policy.Demand;
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
import dev.stile.suspicion.HeaderSignals;
import java.util.Optional;

/** Issues challenges, on the gate's own account or because a client asks outright (PROTOCOL §6). Safe for threads. */
final class ChallengeDesk {
    private static final int MAX_QUERY_LENGTH = 8192;

    private final ChallengeIssuer issuer;
    private final ChallengeReader reader;
    private final Pricing pricing;

    ChallengeDesk(ChallengeIssuer issuer, ChallengeReader reader, Pricing pricing) {
        this.issuer = issuer;
        this.reader = reader;
        this.pricing = pricing;
    }

    Challenge issue(RequestFacts facts, Level level, Difficulty difficulty, long now) {
        return issuer.issue(
                Purpose.GATE, difficulty, level, facts.host(), facts.client().network(), now);
    }

    /** What the client asked for: purpose and target are its word, all the rest is ours. */
    Decision offer(String reference, RequestFacts facts, GateTerms terms, long now) {
        return Checked.require(facts.isRead(), facts.query(), Refusal.WRONG_METHOD)
                .then(query -> Checked.require(query.length() <= MAX_QUERY_LENGTH, query, Refusal.TOO_LARGE))
                .then(ChallengeDesk::wish)
                .fold(
                        wish -> offer(reference, facts, wish, terms, now),
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

    /** Never milder than the challenge that it replaces: a rule may have asked for more than is asked by default. */
    private Decision offer(String reference, RequestFacts facts, Wish wish, GateTerms terms, long now) {
        Optional<Terms> before = reader.recognise(wish.after(), facts.host(), now);
        Level level = before.map(Terms::level).orElse(Level.ONE);
        Findings findings =
                Findings.NONE.suspected(HeaderSignals.read(facts)).measured(pricing.traffic(facts.client()));
        Price price = pricing.price(terms, Demand.of(level), facts.client(), findings);
        Difficulty difficulty = before.map(Terms::difficulty)
                .filter(asked -> asked.work() > price.difficulty().work())
                .orElse(price.difficulty());
        Verdict verdict = new Verdict.Offered(issue(facts, level, difficulty, now), wish.target());
        return new Decision(reference, verdict, true, findings.priced(price));
    }
}
