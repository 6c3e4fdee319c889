package dev.stile.event;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;

/** Several listeners as one, none of which can harm the others or the request. Safe for threads. */
public final class Listeners implements StileListener {
    private static final Logger LOG = System.getLogger("dev.stile");

    private final List<StileListener> listeners;

    /** Hears for all of these, in this order. */
    public Listeners(List<StileListener> listeners) {
        this.listeners = List.copyOf(listeners);
    }

    @Override
    public void onDecision(DecisionEvent event) {
        for (StileListener listener : listeners) {
            try {
                listener.onDecision(event);
            } catch (Exception | LinkageError e) {
                // Other languages throw checked exceptions undeclared, and a listener may be built against another
                // version of a library.
                LOG.log(Level.WARNING, () -> "listener " + listener.getClass().getName() + " failed", e);
            }
        }
    }
}
