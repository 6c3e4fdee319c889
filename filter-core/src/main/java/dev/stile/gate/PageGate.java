package dev.stile.gate;

import dev.stile.policy.Mode;
import dev.stile.protocol.Refusal;
import dev.stile.request.RequestFacts;

/** Decides about requests to the application. Safe for threads. */
final class PageGate {
    private final GateTools tools;

    PageGate(GateTools tools) {
        this.tools = tools;
    }

    Decision decide(String reference, RequestFacts facts, GateTerms terms, long now) {
        Hearing hearing = new Hearing(tools, facts, terms, now);
        Verdict verdict = hearing.verdict();
        return new Decision(reference, verdict, isEnforced(terms, verdict), hearing.findings());
    }

    /** The decision about a request that may be for any page, or for none. */
    Decision refuse(String reference, GateTerms terms) {
        Verdict verdict = new Verdict.Refused(Refusal.BAD_REQUEST);
        return new Decision(reference, verdict, isEnforced(terms, verdict), Findings.NONE);
    }

    private static boolean isEnforced(GateTerms terms, Verdict verdict) {
        Mode mode = terms.policy().mode();
        // Off is not asked to decide; a request that was on its way when it was switched off goes through.
        boolean watchesOnly = mode == Mode.MONITOR || mode == Mode.OFF;
        return !watchesOnly || verdict instanceof Verdict.Allowed;
    }
}
