package dev.stile.event;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.function.LongSupplier;

/**
 * Writes each decision as one {@link DecisionLine}, so that an operator finds a visitor's reference id. What lets
 * ordinary requests through is at DEBUG, the rest at INFO. At INFO no more than {@value #LINES_PER_SECOND} lines a second
 * are written, after a quiet while {@value #BURST} at once; then one line a second says how many were left out, and of
 * which verdicts: a flood of requests makes no flood of lines. Whoever turns DEBUG on wants every line, and gets those.
 * Safe for threads.
 */
public final class DecisionLog implements StileListener {
    /** Some 25 kB a second, 2 GB a day: a disk and a reader of logs bear it. */
    static final int LINES_PER_SECOND = 50;

    static final int BURST = 200;

    private static final Logger LOG = System.getLogger("dev.stile.decisions");

    private final LineLimit limit;
    private final LeftOut leftOut;

    /** Writes to {@code dev.stile.decisions}. */
    public DecisionLog() {
        this(System::nanoTime);
    }

    DecisionLog(LongSupplier ticker) {
        limit = new LineLimit(LINES_PER_SECOND, BURST, ticker);
        leftOut = new LeftOut(ticker);
    }

    @Override
    public void onDecision(DecisionEvent event) {
        if (isOrdinary(event)) {
            if (LOG.isLoggable(Level.DEBUG)) {
                LOG.log(Level.DEBUG, DecisionLine.of(event));
            }
        } else if (LOG.isLoggable(Level.INFO)) {
            if (limit.take()) {
                LOG.log(Level.INFO, DecisionLine.of(event));
            } else {
                leftOut.count(event.outcome().token());
            }
        }
        // By any decision: after a flood the next may be an ordinary one.
        leftOut.due().ifPresent(text -> LOG.log(Level.INFO, text));
    }

    /** What mode monitor lets through all the same is no ordinary request. */
    private static boolean isOrdinary(DecisionEvent event) {
        String verdict = event.outcome().verdict();
        return verdict.equals("allow") || verdict.equals("serve");
    }
}
