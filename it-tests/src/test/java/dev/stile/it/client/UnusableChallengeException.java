package dev.stile.it.client;

/** What the server offered is nothing that a client may work on. In a test against our server, that is a defect of it. */
public final class UnusableChallengeException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Rule rule;

    UnusableChallengeException(Rule rule, String detail) {
        super(rule.token() + ": " + detail);
        this.rule = rule;
    }

    public Rule rule() {
        return rule;
    }
}
