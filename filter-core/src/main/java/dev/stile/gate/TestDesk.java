package dev.stile.gate;

import dev.stile.difficulty.Price;
import dev.stile.policy.Demand;
import dev.stile.protocol.Difficulty;
import dev.stile.protocol.Level;
import dev.stile.protocol.Refusal;
import dev.stile.request.Endpoint;
import dev.stile.request.RequestFacts;
import java.util.List;
import java.util.Optional;

/**
 * Decides in the gate's place where a {@link TestSwitch} says so. There is one in environment test only. CORS preflights
 * are the gate's own matter always: they cannot show a pass. Safe for threads.
 */
final class TestDesk {
    /** Sixteen hashes. */
    private static final Difficulty TRIVIAL = new Difficulty(4, 1);

    private static final Findings FOR_NOTHING = Findings.NONE.priced(new Price(TRIVIAL, List.of(), false));

    private final TestSwitch configured;
    private final PassReader passes;
    private final ChallengeDesk challenges;
    private final WaitDesk waits;

    /**
     * @param configured the switch for browsers that choose none
     */
    TestDesk(TestSwitch configured, PassReader passes, ChallengeDesk challenges, WaitDesk waits) {
        this.configured = configured;
        this.passes = passes;
        this.challenges = challenges;
        this.waits = waits;
    }

    /** The decision; empty where the gate decides as ever. */
    Optional<Decision> decide(String reference, RequestFacts facts, GateTerms terms, long now) {
        if (facts.endpoint() == Endpoint.PAGE && facts.isPreflight()) {
            return Optional.empty();
        }
        return switch (configured.of(facts)) {
            case NONE -> Optional.empty();
            case PASS -> page(reference, facts, new Verdict.Allowed(AllowReason.TEST));
            case CHALLENGE -> challenge(reference, facts, terms, now);
            case REFUSE ->
                page(reference, facts, new Verdict.Refused(Refusal.DENIED))
                        .or(() -> redeem(reference, facts, Refusal.DENIED));
            case SPENT -> challenge(reference, facts, terms, now).or(() -> redeem(reference, facts, Refusal.REPLAYED));
        };
    }

    private static Optional<Decision> page(String reference, RequestFacts facts, Verdict verdict) {
        return facts.endpoint() == Endpoint.PAGE ? Optional.of(Decision.of(reference, verdict)) : Optional.empty();
    }

    private static Optional<Decision> redeem(String reference, RequestFacts facts, Refusal reason) {
        return facts.endpoint() == Endpoint.REDEEM
                ? Optional.of(Decision.of(reference, new Verdict.Refused(reason)))
                : Optional.empty();
    }

    private Optional<Decision> challenge(String reference, RequestFacts facts, GateTerms terms, long now) {
        return switch (facts.endpoint()) {
            case PAGE -> Optional.of(challengePage(reference, facts, terms, now));
            case CHALLENGE -> Optional.of(challenges.offer(reference, facts, level -> FOR_NOTHING, now));
            default -> Optional.empty();
        };
    }

    private Decision challengePage(String reference, RequestFacts facts, GateTerms terms, long now) {
        PassReading reading = passes.read(facts, now);
        Verdict verdict = reading.best()
                .<Verdict>map(held -> new Verdict.Allowed(AllowReason.of(held.pass())))
                .orElseGet(() -> new Verdict.Challenged(
                        challenges.issue(facts, Level.ONE, TRIVIAL, now),
                        facts.target(),
                        ChallengeReason.TEST,
                        waits.offer(facts, terms, Demand.ORDINARY, now)));
        return new Decision(reference, verdict, true, FOR_NOTHING.read(reading));
    }
}
