package dev.stile.it.war.app;

import dev.stile.event.DecisionEvent;
import dev.stile.event.StileListener;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** The application's own listener, found in WEB-INF/classes by ServiceLoader. */
public final class RecordingListener implements StileListener {
    static final Queue<String> EVENTS = new ConcurrentLinkedQueue<>();

    @Override
    public void onDecision(DecisionEvent event) {
        EVENTS.add(event.toString());
    }
}
