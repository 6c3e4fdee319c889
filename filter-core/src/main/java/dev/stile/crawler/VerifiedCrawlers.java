package dev.stile.crawler;

import com.github.benmanes.caffeine.cache.Ticker;
import dev.stile.network.IpAddress;
import dev.stile.request.RequestFacts;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Believes that a request comes from a search engine's crawler only when its address says so too: it is in the ranges
 * that the crawler's operator has published, or DNS confirms it forth and back. DNS is asked by two threads of its own;
 * until it has answered, the answer is no. Never throws, never waits. Safe for threads; to be closed.
 */
public final class VerifiedCrawlers implements AutoCloseable {
    static final int THREADS = 2;
    /** Questions that wait. More are dropped: the crawler comes back, and asks again by that. */
    static final int QUEUE = 256;

    private static final int IDLE_SECONDS = 60;

    private final Map<String, Crawler> crawlers;
    private final ThreadPoolExecutor threads = threads();
    private final NameChecks checks;

    VerifiedCrawlers(List<Crawler> crawlers, NameService names) {
        this.crawlers = new TreeMap<>(crawlers.stream().collect(Collectors.toMap(Crawler::name, Function.identity())));
        this.checks = new NameChecks(names, threads, Ticker.systemTicker());
    }

    /** The crawlers that the jar knows, and the system's DNS. */
    public static VerifiedCrawlers shipped() {
        return new VerifiedCrawlers(ShippedCrawlers.read(), new SystemNameService());
    }

    private static ThreadPoolExecutor threads() {
        AtomicInteger started = new AtomicInteger();
        ThreadPoolExecutor threads = new ThreadPoolExecutor(
                THREADS, THREADS, IDLE_SECONDS, TimeUnit.SECONDS, new ArrayBlockingQueue<>(QUEUE), task -> {
                    Thread thread = new Thread(task, "stile-crawlers-" + started.incrementAndGet());
                    thread.setDaemon(true);
                    return thread;
                });
        threads.allowCoreThreadTimeOut(true);
        return threads;
    }

    /** The crawlers that can be asked for, such as {@code googlebot}. */
    public Set<String> names() {
        return Set.copyOf(crawlers.keySet());
    }

    /**
     * Whether a request comes from a crawler, as far as is known by now.
     *
     * @param crawler one of {@link #names()}; no request comes from any other
     */
    public boolean isVerified(String crawler, RequestFacts facts) {
        return isVerified(
                crawler,
                facts.headers().first("User-Agent").orElse(""),
                facts.client().address());
    }

    /**
     * Whether a client says that it is this crawler; no request comes from one that is not named.
     *
     * @param crawler as of {@link #isVerified(String, RequestFacts)}
     */
    public boolean isNamed(String crawler, String userAgent) {
        Crawler named = crawlers.get(crawler);
        return named != null && named.isNamedIn(userAgent);
    }

    boolean isVerified(String crawler, String userAgent, Optional<IpAddress> address) {
        Crawler named = crawlers.get(crawler);
        return named != null
                && named.isNamedIn(userAgent)
                && address.filter(client -> named.ranges().contains(client) || isConfirmed(named, client))
                        .isPresent();
    }

    private boolean isConfirmed(Crawler crawler, IpAddress address) {
        return !crawler.domains().isEmpty() && checks.isConfirmed(crawler, address);
    }

    /** Questions that wait for a thread. */
    int waiting() {
        return threads.getQueue().size();
    }

    /** Threads that there are. */
    int running() {
        return threads.getPoolSize();
    }

    /** Ends the threads, as soon as DNS lets them. What is known stays known; nothing more is asked. */
    @Override
    public void close() {
        threads.shutdownNow();
    }
}
