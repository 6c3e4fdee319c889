package dev.stile.event;

import java.util.List;

/** Events to depart from. */
final class Events {
    static final DecisionEvent CHALLENGE = of("challenge", "suspicion");

    private Events() {}

    static DecisionEvent of(String verdict, String reason) {
        return new DecisionEvent(
                "0123456789",
                "page",
                verdict,
                reason,
                true,
                60,
                List.of("no-user-agent", "no-accept"),
                List.of("forged", "expired"),
                false,
                "GET",
                "/archive",
                "192.0.2.1");
    }

    static DecisionEvent withMethodAndPath(String method, String path) {
        return new DecisionEvent(
                "0123456789",
                "page",
                "challenge",
                "always",
                true,
                0,
                List.of(),
                List.of(),
                false,
                method,
                path,
                "192.0.2.1");
    }

    static DecisionEvent with(boolean enforced, boolean networkChanged) {
        return new DecisionEvent(
                "0123456789",
                "page",
                "challenge",
                "always",
                enforced,
                0,
                List.of(),
                List.of(),
                networkChanged,
                "GET",
                "/",
                "::1");
    }
}
