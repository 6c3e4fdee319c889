package dev.stile.demo.scraper;

import dev.stile.protocol.Difficulty;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * One run, from its start to its last answer: what its walkers share. They have one core among them, however many they
 * are: solving must not take the machine away from the server and from who watches.
 */
final class Run {

    private final Plan plan;
    private final Sources sources;
    private final List<String> pages;
    private final Tally tally;
    private final Pace pace;
    private final List<Thread> threads;
    private final ReentrantLock core = new ReentrantLock(true);
    private final AtomicInteger position = new AtomicInteger();
    private final long begun = System.nanoTime();
    private volatile long end;
    private volatile @Nullable Difficulty lastAsked;

    private Run(Plan plan, Sources sources, List<String> pages, int port) {
        this.plan = plan;
        this.sources = sources;
        this.pages = pages;
        this.tally = new Tally(plan.seconds(), sources.addresses().size());
        this.end = begun + TimeUnit.SECONDS.toNanos(plan.seconds());
        this.pace = new Pace(plan.pagesPerSecond());
        this.threads = IntStream.range(0, sources.addresses().size())
                .mapToObj(source -> thread(source, port))
                .toList();
    }

    private Thread thread(int source, int port) {
        Walker walker =
                new Walker(this, source, new Connection(sources.addresses().get(source), port));
        Thread thread = new Thread(walker, "scraper-" + (source + 1));
        thread.setDaemon(true);
        return thread;
    }

    /**
     * Starts a run.
     *
     * @param pages the paths to walk, in turns without an end
     * @param port where the server is, on 127.0.0.1
     */
    static Run start(Plan plan, List<String> pages, int port) {
        Run run = new Run(plan, Sources.of(plan.kind().addresses()), pages, port);
        run.threads.forEach(Thread::start);
        return run;
    }

    /** Whether it is to go on. */
    boolean isOn() {
        return System.nanoTime() - end < 0;
    }

    /** Whether anything of it is still under way: after its end, for as long as an answer takes. */
    boolean isAlive() {
        return threads.stream().anyMatch(Thread::isAlive);
    }

    void stop() {
        end = begun + elapsedNanos();
        threads.forEach(Thread::interrupt);
    }

    /** Waits until nothing of it is under way any more; false if that takes longer than this. */
    boolean awaitEnd(Duration patience) throws InterruptedException {
        long until = System.nanoTime() + patience.toNanos();
        for (Thread thread : threads) {
            TimeUnit.NANOSECONDS.timedJoin(thread, until - System.nanoTime());
        }
        return !isAlive();
    }

    Report report() {
        int seconds = (int) Math.min(elapsedSeconds() + 1, plan.seconds());
        List<Counts> counts = tally.sources();
        List<Report.Source> bySource = IntStream.range(0, counts.size())
                .mapToObj(source ->
                        new Report.Source(sources.addresses().get(source).getHostAddress(), counts.get(source)))
                .toList();
        return new Report(
                plan, isAlive(), sources.distinct(), Optional.ofNullable(lastAsked), tally.seconds(seconds), bySource);
    }

    /** Waits until it is time for another page; false when the run is over. */
    boolean awaitTurn() throws InterruptedException {
        pace.await();
        return isOn();
    }

    String nextPage() {
        return pages.get(Math.floorMod(position.getAndIncrement(), pages.size()));
    }

    boolean pays() {
        return plan.kind().pays();
    }

    List<String> headers() {
        return plan.guise().headers();
    }

    /** Does some work when no other walker does. */
    void withTheCore(Runnable work) throws InterruptedException {
        core.lockInterruptibly();
        try {
            work.run();
        } finally {
            core.unlock();
        }
    }

    /** Notes a challenge and how much it asks for. */
    void noteChallenge(int source, Difficulty difficulty) {
        lastAsked = difficulty;
        note(source, Counts.challenge(difficulty.work()));
    }

    void note(int source, Counts counts) {
        tally.add((int) elapsedSeconds(), source, counts);
    }

    private long elapsedSeconds() {
        return TimeUnit.NANOSECONDS.toSeconds(elapsedNanos());
    }

    /** Since the start, up to the end. */
    private long elapsedNanos() {
        return Math.min(System.nanoTime() - begun, end - begun);
    }
}
