package dev.stile.gate;

import dev.stile.gate.OperatorQuestion.RecentDecisions;
import dev.stile.protocol.Checked;
import dev.stile.protocol.Refusal;
import dev.stile.protocol.Secret;
import dev.stile.request.Query;
import dev.stile.request.RequestFacts;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;

/**
 * Hears operators, if they show the token. Without a configured token there is nothing here, and nothing says that there
 * could be. Over a connection that others may read no answer is given, be the token right or wrong: nobody gets used to
 * sending it there. Nothing limits guesses, for a token has at least 256 bits. Safe for threads.
 */
final class OperatorDesk {
    /** A token of any sense fits; what is longer is not looked at. */
    private static final int MAX_CREDENTIALS_LENGTH = 4_096;

    private static final int MAX_QUERY_LENGTH = 200;
    private static final String BEARER = "bearer ";
    private static final String BASIC = "basic ";
    private static final String DECISIONS = "/operator/decisions";
    private static final String ONE_DECISION = DECISIONS + "/";
    private static final String STATE = "/operator/state";

    private final Optional<Secret> token;

    OperatorDesk(Optional<Secret> token) {
        this.token = token;
    }

    Verdict decide(RequestFacts facts) {
        if (token.isEmpty()) {
            return new Verdict.Refused(Refusal.NOT_FOUND);
        }
        Optional<WithheldReason> objection = objection(facts, token.get());
        if (objection.isPresent()) {
            return new Verdict.Withheld(objection.get());
        }
        return Checked.require(facts.isRead(), facts, Refusal.WRONG_METHOD)
                .then(OperatorDesk::question)
                .fold(Verdict.Told::new, Verdict.Refused::new);
    }

    private static Optional<WithheldReason> objection(RequestFacts facts, Secret token) {
        if (!facts.secure() && !facts.client().isLoopback()) {
            return Optional.of(WithheldReason.INSECURE);
        }
        Optional<String> credentials = facts.headers().first("Authorization");
        if (credentials.isEmpty()) {
            return Optional.of(WithheldReason.NO_TOKEN);
        }
        boolean right = credentials
                .filter(text -> text.length() <= MAX_CREDENTIALS_LENGTH)
                .flatMap(OperatorDesk::shown)
                .filter(shown -> token.matches(shown.getBytes(StandardCharsets.UTF_8)))
                .isPresent();
        return right ? Optional.empty() : Optional.of(WithheldReason.WRONG_TOKEN);
    }

    /** The token of RFC 6750 §2.1, or the password of RFC 7617 under any name. */
    private static Optional<String> shown(String credentials) {
        String scheme = credentials.toLowerCase(Locale.ROOT);
        if (scheme.startsWith(BEARER)) {
            return Optional.of(credentials.substring(BEARER.length()).strip());
        }
        return scheme.startsWith(BASIC)
                ? password(credentials.substring(BASIC.length()).strip())
                : Optional.empty();
    }

    private static Optional<String> password(String base64) {
        try {
            String pair = new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8);
            int colon = pair.indexOf(':');
            return colon < 0 ? Optional.empty() : Optional.of(pair.substring(colon + 1));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Checked<OperatorQuestion> question(RequestFacts facts) {
        // The gate's own path is one segment, whatever its name.
        String path = facts.path().substring(facts.path().indexOf('/', 1));
        if (path.equals(STATE)) {
            return Checked.of(new OperatorQuestion.State());
        }
        if (path.equals(DECISIONS)) {
            return recent(facts.query());
        }
        return path.startsWith(ONE_DECISION)
                ? Checked.of(new OperatorQuestion.OneDecision(
                        path.substring(ONE_DECISION.length()).toUpperCase(Locale.ROOT)))
                : Checked.refused(Refusal.NOT_FOUND);
    }

    private static Checked<OperatorQuestion> recent(String query) {
        return Checked.require(query.length() <= MAX_QUERY_LENGTH, query, Refusal.TOO_LARGE)
                .then(text -> Query.optional(text, "verdict"))
                .then(verdict -> Query.optional(query, "limit")
                        .then(OperatorDesk::limit)
                        .then(limit -> Checked.of(new RecentDecisions(verdict, limit))));
    }

    private static Checked<Integer> limit(String text) {
        if (text.isEmpty()) {
            return Checked.of(RecentDecisions.DEFAULT_LIMIT);
        }
        boolean isNumber = text.matches("[1-9][0-9]{0,3}");
        return isNumber && Integer.parseInt(text) <= RecentDecisions.MAX_LIMIT
                ? Checked.of(Integer.valueOf(text))
                : Checked.refused(Refusal.MALFORMED);
    }
}
