package dev.stile.gate;

import dev.stile.suspicion.Suspicion;

/**
 * What the gate decided about one request, and on what grounds. The application finds it in the request attribute
 * {@value #ATTRIBUTE}.
 *
 * @param reference names this decision in the log and, if the visitor is stopped, on the page; 10 characters
 * @param verdict what was decided
 * @param enforced false where mode {@code monitor} lets the request through all the same
 * @param findings the grounds, as far as they were looked at
 */
public record Decision(String reference, Verdict verdict, boolean enforced, Findings findings) {
    /** Name of the request attribute. */
    public static final String ATTRIBUTE = "dev.stile.decision";

    /** A decision that took only the verdict. */
    public static Decision of(String reference, Verdict verdict) {
        return new Decision(reference, verdict, true, Findings.NONE);
    }

    /** What was suspicious; looked at only where neither a rule nor a pass decided before. */
    public Suspicion suspicion() {
        return findings.suspicion();
    }

    /** What became of the passes that the request showed. */
    public PassReading pass() {
        return findings.pass();
    }

    /** Whether the request goes on to the application. */
    public boolean letsThrough() {
        return !enforced || verdict instanceof Verdict.Allowed;
    }
}
