package dev.stile.gate;

import dev.stile.protocol.Challenge;
import dev.stile.protocol.ChallengeIssuer;
import dev.stile.protocol.Checked;
import dev.stile.protocol.Level;
import dev.stile.protocol.Purpose;
import dev.stile.protocol.Refusal;
import dev.stile.protocol.Target;
import dev.stile.request.Query;
import dev.stile.request.RequestFacts;

/** Issues challenges, on the gate's own account or because a client asks outright (PROTOCOL §6). Safe for threads. */
final class ChallengeDesk {
    private static final int MAX_QUERY_LENGTH = 8192;

    private final ChallengeIssuer issuer;

    ChallengeDesk(ChallengeIssuer issuer) {
        this.issuer = issuer;
    }

    Challenge issue(RequestFacts facts, GateTerms terms, Level level, long now) {
        return issuer.issue(
                Purpose.GATE,
                terms.difficulty().base(),
                level,
                facts.host(),
                facts.client().network(),
                now);
    }

    /** What the client asked for: purpose and target are its word, all the rest is ours. */
    Verdict offer(RequestFacts facts, GateTerms terms, Level level, long now) {
        return Checked.require(facts.isRead(), facts.query(), Refusal.WRONG_METHOD)
                .then(query -> Checked.require(query.length() <= MAX_QUERY_LENGTH, query, Refusal.TOO_LARGE))
                .then(ChallengeDesk::target)
                .fold(target -> new Verdict.Offered(issue(facts, terms, level, now), target), Verdict.Refused::new);
    }

    private static Checked<Target> target(String query) {
        return Query.single(query, "purpose")
                .then(name -> Purpose.named(name)
                        .map(Checked::of)
                        .orElseGet(() -> Checked.refused(Refusal.UNSUPPORTED_PURPOSE)))
                .then(purpose -> Query.single(query, "target"))
                .then(Target::parse);
    }
}
