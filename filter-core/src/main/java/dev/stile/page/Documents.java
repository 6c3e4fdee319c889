package dev.stile.page;

import dev.stile.gate.WithheldReason;
import dev.stile.protocol.Challenge;
import dev.stile.protocol.Pass;
import dev.stile.protocol.Refusal;
import dev.stile.protocol.Target;

/** The JSON documents of the protocol (PROTOCOL §6, §8, §10), as bytes. Safe for threads. */
final class Documents {
    private static final String TYPE = "tag:stile.dev,2026:";

    private final String redeemPath;

    /**
     * @param base the absolute path of the gate's endpoints, such as {@code /app/.stile}
     */
    Documents(String base) {
        this.redeemPath = base + "/redeem";
    }

    /** A refusal as RFC 9457 wants it. */
    byte[] refusal(Refusal reason, String reference) {
        return problem("refuse", reason.title(), reason.status(), reason.token(), reference)
                .bytes();
    }

    /** Why an operator is told nothing. */
    byte[] withheld(WithheldReason reason, int status, String reference) {
        String title = reason == WithheldReason.INSECURE
                ? "Operators are answered over https, or on this machine"
                : "Operators are answered with the token of operator-token";
        return problem("withhold", title, status, reason.token(), reference).bytes();
    }

    /** A challenge for a program: a problem document with the challenge inside. */
    byte[] challenge(Challenge challenge, Target target, int status, String reason, String reference) {
        Json problem = problem("challenge", "A proof of work is asked for", status, reason, reference);
        return withChallenge(problem, challenge, target).bytes();
    }

    /** A challenge that was asked for outright. */
    byte[] offer(Challenge challenge, Target target) {
        return withChallenge(new Json(), challenge, target).bytes();
    }

    /** What a redeemed proof bought. The pass itself is in the cookie alone. */
    byte[] grant(Pass pass, Target target) {
        return new Json()
                .with("level", pass.level().number())
                .with("expires", pass.expires())
                .with("target", target.text())
                .bytes();
    }

    private static Json problem(String type, String title, int status, String reason, String reference) {
        return new Json()
                .with("type", TYPE + type)
                .with("title", title)
                .with("status", status)
                .with("reason", reason)
                .with("reference", reference);
    }

    private Json withChallenge(Json json, Challenge challenge, Target target) {
        return json.with("challenge", challenge.token())
                .with("target", target.text())
                .with("redeem", redeemPath);
    }
}
