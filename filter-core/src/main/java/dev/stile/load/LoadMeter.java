package dev.stile.load;

import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * Measures how busy the application is, by the requests that are in its chain and by how long they stay there. Both are
 * smoothed exponentially, with a time constant of {@value #TIME_CONSTANT_SECONDS} s: what changes at once is two thirds
 * believed after that time.
 *
 * <p>Only requests that were let through count. What was refused or challenged never reaches the chain, so that nobody
 * raises the load by asking (A33); and the CPU, which is shared with other programs, is not looked at.
 *
 * <p>What this cannot tell: a request whose thread waits for a slow client looks like one whose thread works. Both hold
 * a thread, and it is threads that run out.
 *
 * <p>Safe for threads and free of locks: one immutable state is replaced by compare-and-set, twice a request.
 */
public final class LoadMeter {
    static final int TIME_CONSTANT_SECONDS = 10;

    /**
     * With fewer requests than this in the time constant, the missing ones count as answered at once: one slow report
     * at night is no load.
     */
    static final double TRAFFIC = 20;

    private static final double NANOS_PER_TIME_CONSTANT = TIME_CONSTANT_SECONDS * 1e9;
    private static final double NANOS_PER_MILLI = 1e6;

    private final LongSupplier nanoTime;
    private final Supplier<LoadTerms> terms;
    private final AtomicReference<State> state;

    /**
     * An idle application.
     *
     * @param nanoTime a steady clock of arbitrary origin, in nanoseconds
     * @param terms what the application can bear; asked at every reading, so that it may change
     */
    public LoadMeter(LongSupplier nanoTime, Supplier<LoadTerms> terms) {
        this.nanoTime = nanoTime;
        this.terms = terms;
        this.state = new AtomicReference<>(new State(nanoTime.getAsLong(), 0, 0, 0, 0, LoadStage.CALM));
    }

    /**
     * A request enters the application's chain.
     *
     * @return what {@link #end} wants to know of it
     */
    public long begin() {
        long now = nanoTime.getAsLong();
        change(now, State::begun);
        return now;
    }

    /**
     * The chain has returned. An asynchronous or upgraded request ends here too, though its answer may take hours: it
     * holds no thread, and long polls and event streams are not load.
     *
     * @param begun what {@link #begin} returned; each begin wants exactly one end
     */
    public void end(long begun) {
        long now = nanoTime.getAsLong();
        double limitNanos = terms.get().latencyMillis() * NANOS_PER_MILLI;
        // One request counts as the whole limit at most: a few that hang must not look as if all did.
        double slowness = Math.min(1, Math.max(0, now - begun) / limitNanos);
        change(now, before -> before.ended(slowness));
    }

    /**
     * How busy the application is now. Changes nothing: the stage is judged from that of the last request, so that it
     * cannot flap however often it is asked for.
     */
    public Load load() {
        LoadTerms current = terms.get();
        State now = Objects.requireNonNull(state.get()).at(nanoTime.getAsLong()).judged(current);
        return new Load(now.load(current), now.stage());
    }

    private void change(long now, UnaryOperator<State> change) {
        LoadTerms current = terms.get();
        state.updateAndGet(before -> change.apply(before.at(now)).judged(current));
    }

    /**
     * @param nanos when this was true
     * @param inFlight requests in the chain
     * @param smoothed the mean of {@code inFlight} over time, weighted towards now
     * @param slowness sum over ended requests of their share of the latency limit, each fading with time
     * @param ended how many ended requests that is, fading alike
     */
    private record State(long nanos, int inFlight, double smoothed, double slowness, double ended, LoadStage stage) {
        State at(long now) {
            // A thread may come late with an old reading of the clock.
            if (now - nanos <= 0) {
                return this;
            }
            double kept = Math.exp(-(now - nanos) / NANOS_PER_TIME_CONSTANT);
            double since = inFlight + (smoothed - inFlight) * kept;
            return new State(now, inFlight, since, slowness * kept, ended * kept, stage);
        }

        State begun() {
            return new State(nanos, inFlight + 1, smoothed, slowness, ended, stage);
        }

        State ended(double share) {
            return new State(nanos, inFlight - 1, smoothed, slowness + share, ended + 1, stage);
        }

        State judged(LoadTerms terms) {
            LoadStage next = stage.at(load(terms));
            return next == stage ? this : new State(nanos, inFlight, smoothed, slowness, ended, next);
        }

        double load(LoadTerms terms) {
            double busy = smoothed / terms.requestsInFlight();
            double slow = slowness / Math.max(ended, TRAFFIC);
            return Math.max(0, Math.min(1, Math.max(busy, slow)));
        }
    }
}
