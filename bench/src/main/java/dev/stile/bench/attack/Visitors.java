package dev.stile.bench.attack;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Visitors with passes who browse at an even pace until this is closed: {@value #A_SECOND} requests a second by
 * {@value #AT_ONCE} threads. What a request takes is counted from when it was due, so that a stall is seen by all that
 * should have been sent meanwhile.
 */
final class Visitors implements AutoCloseable {
    static final int A_SECOND = 100;

    private static final int AT_ONCE = 4;

    /** Of the 300 that a pass buys. */
    private static final int REQUESTS_A_PASS = 250;

    /** From one request of a thread to its next. */
    private static final long PERIOD_NANOS = TimeUnit.SECONDS.toNanos(1) * AT_ONCE / A_SECOND;

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final String AGENT = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final ScheduledExecutorService threads = Executors.newScheduledThreadPool(AT_ONCE);
    private final Queue<Visit> visits = new ConcurrentLinkedQueue<>();
    private final AtomicInteger sent = new AtomicInteger();
    private final List<Visitor> visitors = new ArrayList<>();
    private final URI page;
    private final List<String> passes;

    /**
     * @param passes lines of an address and a cookie; each is used {@value #REQUESTS_A_PASS} times, then the next
     */
    Visitors(int port, List<String> passes) {
        this.page = URI.create("http://127.0.0.1:" + port + "/page");
        this.passes = List.copyOf(passes);
        for (int number = 0; number < AT_ONCE; number++) {
            Visitor visitor = new Visitor(System.nanoTime() + PERIOD_NANOS * number / AT_ONCE);
            visitors.add(visitor);
            threads.scheduleAtFixedRate(
                    visitor::visit, visitor.nextDue - System.nanoTime(), PERIOD_NANOS, TimeUnit.NANOSECONDS);
        }
    }

    /** How many passes are used up in that many seconds. */
    static int passesFor(int seconds) {
        return seconds * A_SECOND / REQUESTS_A_PASS + 1;
    }

    /**
     * @param due when it should have been sent, by {@link System#nanoTime()}
     * @param millis from then to its answer
     */
    private record Visit(long due, double millis, boolean served) {}

    /**
     * What visitors saw.
     *
     * @param failures requests that were not answered with the page
     */
    record Seen(int requests, int failures, double p50Millis, double p99Millis, double greatestMillis) {}

    /**
     * Of the requests that were due within these readings of {@link System#nanoTime()}; waits until all are answered,
     * or have failed.
     */
    Seen between(long from, long until) throws InterruptedException {
        long patience = System.nanoTime() + PATIENCE.toNanos();
        while (visitors.stream().anyMatch(visitor -> visitor.nextDue - until < 0)) {
            if (System.nanoTime() - patience > 0) {
                throw new IllegalStateException("visitors wait for more than " + PATIENCE);
            }
            TimeUnit.MILLISECONDS.sleep(10);
        }
        List<Visit> within = visits.stream()
                .filter(visit -> visit.due - from >= 0 && visit.due - until < 0)
                .toList();
        double[] millis = within.stream().mapToDouble(Visit::millis).sorted().toArray();
        if (millis.length == 0) {
            throw new IllegalStateException("no visitor was there");
        }
        int failures = (int) within.stream().filter(visit -> !visit.served).count();
        return new Seen(
                millis.length,
                failures,
                millis[millis.length / 2],
                millis[millis.length - 1 - millis.length / 100],
                millis[millis.length - 1]);
    }

    /** One of those who ask, again and again, one request after the other. */
    private final class Visitor {
        private volatile long nextDue;

        Visitor(long firstDue) {
            nextDue = firstDue;
        }

        void visit() {
            long due = nextDue;
            boolean served = isServed();
            visits.add(new Visit(due, (System.nanoTime() - due) / 1e6, served));
            nextDue = due + PERIOD_NANOS;
        }
    }

    private boolean isServed() {
        String[] pass = passes.get(sent.getAndIncrement() / REQUESTS_A_PASS % passes.size())
                .split(" ");
        HttpRequest request = HttpRequest.newBuilder(page)
                .timeout(Duration.ofSeconds(10))
                .header("X-Forwarded-For", pass[0])
                .header("Cookie", pass[1])
                .header("User-Agent", AGENT)
                .header("Accept", "text/html,*/*;q=0.8")
                .header("Accept-Language", "en-US,en;q=0.5")
                .build();
        try {
            return client.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
