package dev.stile.gate;

import dev.stile.protocol.Checked;
import dev.stile.protocol.Refusal;
import dev.stile.request.RequestFacts;

/** The query of an endpoint that is asked by GET or HEAD, before any of it is decoded (PROTOCOL §13). */
final class EndpointQuery {
    private static final int MAX_LENGTH = 8192;

    private EndpointQuery() {}

    /** The raw query; else {@code wrong-method} or {@code too-large}. */
    static Checked<String> of(RequestFacts facts) {
        return Checked.require(facts.isRead(), facts.query(), Refusal.WRONG_METHOD)
                .then(query -> Checked.require(query.length() <= MAX_LENGTH, query, Refusal.TOO_LARGE));
    }
}
