package dev.stile.event;

import dev.stile.protocol.Difficulty;
import java.util.List;
import java.util.Optional;

/** Events to depart from. */
public final class Events {
    public static final DecisionEvent CHALLENGE = of("challenge", "suspicion");

    /** Everything is known, and everything counted. */
    public static final DecisionEvent FULL = new DecisionEvent(
            "0123456789",
            1_800_000_017,
            "page",
            new Outcome("challenge", "flood", false),
            new Visitor("GET", "/archive", "192.0.2.1", "curl/8.5.0"),
            new Grounds(
                    Optional.of("search is dear"),
                    List.of(new Points("scripted-agent", 80), new Points("no-accept", 50)),
                    List.of(new Points("known customers", -50)),
                    80),
            new PassUse(true, List.of("forged", "expired"), true, Optional.of(new PassUse.Budget(300.125, 300))),
            Optional.of(new Cost(
                    2,
                    new Difficulty(15, 24),
                    List.of(new Cost.Factor("level", 1.5), new Cost.Factor("own-share", 2)))),
            Optional.of(new Flow(241.5, 900, 1200.25, 0.75)));

    private Events() {}

    public static DecisionEvent of(String verdict, String reason) {
        return event(
                new Outcome(verdict, reason, true),
                new Visitor("GET", "/archive", "192.0.2.1", ""),
                new PassUse(false, List.of("forged", "expired"), false, Optional.empty()));
    }

    public static DecisionEvent by(Visitor visitor) {
        return event(new Outcome("challenge", "always", true), visitor, PassUse.NONE);
    }

    static DecisionEvent with(Outcome outcome) {
        return event(outcome, new Visitor("GET", "/", "::1", ""), PassUse.NONE);
    }

    static DecisionEvent with(PassUse pass) {
        return event(new Outcome("challenge", "always", true), new Visitor("GET", "/", "::1", ""), pass);
    }

    public static DecisionEvent named(String reference, String endpoint, Outcome outcome) {
        return new DecisionEvent(
                reference,
                1_800_000_017,
                endpoint,
                outcome,
                new Visitor("GET", "/", "::1", ""),
                Grounds.NONE,
                PassUse.NONE,
                Optional.empty(),
                Optional.empty());
    }

    private static DecisionEvent event(Outcome outcome, Visitor visitor, PassUse pass) {
        return new DecisionEvent(
                "0123456789",
                1_800_000_017,
                "page",
                outcome,
                visitor,
                new Grounds(
                        Optional.empty(),
                        List.of(new Points("no-user-agent", 60), new Points("no-accept", 50)),
                        List.of(),
                        100),
                pass,
                Optional.empty(),
                Optional.empty());
    }
}
