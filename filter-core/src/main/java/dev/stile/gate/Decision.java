package dev.stile.gate;

import dev.stile.suspicion.Suspicion;

/**
 * What the gate decided about one request, and on what grounds. The application finds it in the request attribute
 * {@value #ATTRIBUTE}.
 *
 * @param reference names this decision in the log and, if the visitor is stopped, on the page; 10 characters
 * @param verdict what was decided
 * @param enforced false where mode {@code monitor} lets the request through all the same
 * @param suspicion what was suspicious; looked at only where neither an exemption nor a pass decided before
 * @param pass what became of the passes that the request showed
 */
public record Decision(String reference, Verdict verdict, boolean enforced, Suspicion suspicion, PassReading pass) {
    /** Name of the request attribute. */
    public static final String ATTRIBUTE = "dev.stile.decision";

    /** A decision that took only the verdict. */
    static Decision of(String reference, Verdict verdict) {
        return new Decision(reference, verdict, true, Suspicion.NONE, PassReading.NONE);
    }

    /** Whether the request goes on to the application. */
    public boolean letsThrough() {
        return !enforced || verdict instanceof Verdict.Allowed;
    }
}
