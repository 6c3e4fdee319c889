package dev.stile.gate;

import dev.stile.protocol.Challenge;
import dev.stile.protocol.Pass;
import dev.stile.protocol.Refusal;
import dev.stile.protocol.SignedPass;
import dev.stile.protocol.Target;
import java.util.Optional;

/** What the gate decided. Says nothing about how it is written. */
public sealed interface Verdict
        permits Verdict.Allowed,
                Verdict.Challenged,
                Verdict.Offered,
                Verdict.Granted,
                Verdict.Refused,
                Verdict.Served,
                Verdict.Told,
                Verdict.Withheld,
                WaitVerdict {

    /** The request goes on to the application. */
    record Allowed(AllowReason reason) implements Verdict {
        @Override
        public String name() {
            return "allow";
        }

        @Override
        public String reasonToken() {
            return reason.token();
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.allowed(this);
        }
    }

    /**
     * The request does not go on before a proof is redeemed.
     *
     * @param noScript what a visitor without scripts gets instead
     */
    record Challenged(Challenge challenge, Target target, ChallengeReason reason, NoScript noScript)
            implements Verdict {
        @Override
        public Optional<Challenge> issued() {
            return Optional.of(challenge);
        }

        @Override
        public String name() {
            return "challenge";
        }

        @Override
        public String reasonToken() {
            return reason.token();
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.challenged(this);
        }
    }

    /** A challenge that was asked for outright. */
    record Offered(Challenge challenge, Target target) implements Verdict {
        @Override
        public Optional<Challenge> issued() {
            return Optional.of(challenge);
        }

        @Override
        public String name() {
            return "offer";
        }

        @Override
        public String reasonToken() {
            return "asked";
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.offered(this);
        }
    }

    /**
     * A proof was redeemed. Made in one branch only: {@code Redeemer}, where the claim was the first.
     *
     * @param fresh the pass to set; none where the client holds a better one
     * @param pass the pass that the client now has
     * @param target where the visitor meant to go
     */
    record Granted(Optional<SignedPass> fresh, Pass pass, Target target) implements Verdict {
        @Override
        public String name() {
            return "grant";
        }

        @Override
        public String reasonToken() {
            return fresh.isPresent() ? "fresh" : "kept";
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.granted(this);
        }
    }

    /** Bad input, or nothing that can be granted. */
    record Refused(Refusal reason) implements Verdict {
        @Override
        public String name() {
            return "refuse";
        }

        @Override
        public String reasonToken() {
            return reason.token();
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.refused(this);
        }
    }

    /** A browser file of the interstitial is sent; anybody may have it. */
    record Served() implements Verdict {
        @Override
        public String name() {
            return "serve";
        }

        @Override
        public String reasonToken() {
            return "file";
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.served(this);
        }
    }

    /** An operator is told what they ask. */
    record Told(OperatorQuestion question) implements Verdict {
        @Override
        public String name() {
            return "tell";
        }

        @Override
        public String reasonToken() {
            return question.token();
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.told(this);
        }
    }

    /** An operator's question is not answered, whatever it was. */
    record Withheld(WithheldReason reason) implements Verdict {
        @Override
        public String name() {
            return "withhold";
        }

        @Override
        public String reasonToken() {
            return reason.token();
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.withheld(this);
        }
    }

    /** The verdict in logs and metrics: allow, challenge, offer, grant, wait, waited, refuse, serve, tell or withhold. */
    String name();

    /** Why, in logs and metrics: a token of a closed list. */
    String reasonToken();

    /** The challenge that it issues, if it issues one. */
    default Optional<Challenge> issued() {
        return Optional.empty();
    }

    /** The answer for this verdict; all cases must be written, for Java 17 cannot switch over a sealed type. */
    <R> R match(Cases<R> cases);

    /** One method for each verdict. */
    interface Cases<R> {
        R allowed(Allowed verdict);

        R challenged(Challenged verdict);

        R offered(Offered verdict);

        R granted(Granted verdict);

        R refused(Refused verdict);

        R fromWait(WaitVerdict verdict);

        R served(Served verdict);

        R told(Told verdict);

        R withheld(Withheld verdict);
    }
}
