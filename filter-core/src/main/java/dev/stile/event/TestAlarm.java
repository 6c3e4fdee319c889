package dev.stile.event;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * Says over and over that a gate is in environment test, once a minute while it is in use, so that it is not overlooked
 * where it should not be. Safe for threads.
 */
public final class TestAlarm implements StileListener {
    /** What is said. */
    public static final String WARNING = "Stile is in environment test: test switches are on, whoever sends the cookie"
            + " stile-test chooses what the gate decides, and its passes count nowhere else. Never run it so in production.";

    private static final Logger LOG = System.getLogger("dev.stile");
    private static final long INTERVAL_NANOS = TimeUnit.MINUTES.toNanos(1);

    private final LongSupplier ticker;
    private final AtomicLong lastSaid;

    /** An alarm that is first given now. */
    public TestAlarm() {
        this(System::nanoTime);
    }

    TestAlarm(LongSupplier ticker) {
        this.ticker = ticker;
        this.lastSaid = new AtomicLong(ticker.getAsLong());
        LOG.log(Level.WARNING, WARNING);
    }

    @Override
    public void onDecision(DecisionEvent event) {
        long now = ticker.getAsLong();
        long last = lastSaid.get();
        if (now - last >= INTERVAL_NANOS && lastSaid.compareAndSet(last, now)) {
            LOG.log(Level.WARNING, WARNING);
        }
    }
}
