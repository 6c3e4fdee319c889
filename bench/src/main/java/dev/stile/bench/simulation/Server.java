package dev.stile.bench.simulation;

import dev.stile.load.LoadMeter;
import java.util.PriorityQueue;

/**
 * The application behind the gate: {@value #WORKERS} requests are worked on at once, {@value #SECONDS_PER_PAGE} s each on
 * average, which makes 400 pages a second; others wait, each with a thread, of which the container has {@value #THREADS}.
 */
final class Server {
    private static final int WORKERS = 20;
    private static final int THREADS = 200;
    private static final double SECONDS_PER_PAGE = 0.05;

    private final Agenda agenda;
    private final Chance chance;
    private final LoadMeter meter;
    /** When each worker has done what it was given so far. */
    private final PriorityQueue<Long> free = new PriorityQueue<>();

    private int inFlight;

    Server(Agenda agenda, Chance chance, LoadMeter meter) {
        this.agenda = agenda;
        this.chance = chance;
        this.meter = meter;
        for (int worker = 0; worker < WORKERS; worker++) {
            free.add(0L);
        }
    }

    /** Serves a page and goes on when it is there; false if no thread is left. */
    boolean serve(Runnable then) {
        if (inFlight == THREADS) {
            return false;
        }
        inFlight++;
        long begun = meter.begin();
        long start = Math.max(agenda.nanos(), free.remove());
        long end = start + Math.round(chance.pause(SECONDS_PER_PAGE) * Agenda.NANOS_PER_SECOND);
        free.add(end);
        agenda.at(end, () -> {
            inFlight--;
            meter.end(begun);
            then.run();
        });
        return true;
    }
}
