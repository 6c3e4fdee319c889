package dev.stile.gate;

import dev.stile.protocol.Refusal;
import dev.stile.protocol.SignedPass;
import dev.stile.protocol.Target;
import java.util.Optional;

/** What the gate decided about a visitor who comes from a wait (PROTOCOL §15). */
public sealed interface WaitVerdict extends Verdict {

    /** The wait is not over. */
    record Waiting(String token, int secondsLeft, Target target) implements WaitVerdict {
        @Override
        public String name() {
            return "wait";
        }

        @Override
        public String reasonToken() {
            return "early";
        }

        @Override
        public <R> R match(WaitCases<R> cases) {
            return cases.waiting(this);
        }
    }

    /**
     * The wait is over. Made in one branch only: {@code WaitDesk}, where it may be exchanged. Nothing was claimed, and no
     * proof was.
     *
     * @param fresh the pass to set; none where the client holds one that it has worked for
     * @param target where the visitor meant to go
     */
    record Waited(Optional<SignedPass> fresh, Target target) implements WaitVerdict {
        @Override
        public String name() {
            return "waited";
        }

        @Override
        public String reasonToken() {
            return fresh.isPresent() ? "fresh" : "kept";
        }

        @Override
        public <R> R match(WaitCases<R> cases) {
            return cases.waited(this);
        }
    }

    /** The pass came back: the visitor may go on. */
    record Arrived(Target target) implements WaitVerdict {
        @Override
        public String name() {
            return "wait";
        }

        @Override
        public String reasonToken() {
            return "arrived";
        }

        @Override
        public <R> R match(WaitCases<R> cases) {
            return cases.arrived(this);
        }
    }

    /**
     * There is no pass, for this reason. The visitor is told, and nothing happens by itself.
     *
     * @param target where they meant to go, if that is known
     */
    record Stranded(Refusal reason, Optional<Target> target) implements WaitVerdict {
        @Override
        public String name() {
            return "refuse";
        }

        @Override
        public String reasonToken() {
            return reason.token();
        }

        @Override
        public <R> R match(WaitCases<R> cases) {
            return cases.stranded(this);
        }
    }

    @Override
    default <R> R match(Cases<R> cases) {
        return cases.fromWait(this);
    }

    /** The answer for this verdict; see {@link Verdict#match(Cases)}. */
    <R> R match(WaitCases<R> cases);

    /** One method for each verdict. */
    interface WaitCases<R> {
        R waiting(Waiting verdict);

        R waited(Waited verdict);

        R arrived(Arrived verdict);

        R stranded(Stranded verdict);
    }
}
