package dev.stile.crawler;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import com.github.benmanes.caffeine.cache.Ticker;
import dev.stile.network.CidrBlock;
import dev.stile.network.IpAddress;
import dev.stile.request.ClientAddress;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

/**
 * Confirms addresses by DNS, forth and back, off the threads that ask: whoever asks gets what is known by now.
 * Remembers {@value #CAPACITY} outcomes at most; the least used go first, and are asked for again. Safe for threads.
 */
final class NameChecks {
    static final int CAPACITY = 10_000;
    static final Duration CONFIRMED_FOR = Duration.ofHours(24);
    static final Duration REFUTED_FOR = Duration.ofHours(1);
    /** A question without an answer is asked again after this, should its thread have died. */
    private static final Duration PENDING_FOR = Duration.ofMinutes(10);

    /** Of the questions that wait, one network's may be this many: or one would keep all others from being asked. */
    static final int WAITING_OF_A_NETWORK = 16;

    private enum Outcome {
        PENDING(PENDING_FOR),
        CONFIRMED(CONFIRMED_FOR),
        REFUTED(REFUTED_FOR);

        private final Duration lifetime;

        Outcome(Duration lifetime) {
            this.lifetime = lifetime;
        }
    }

    private record Question(String crawler, IpAddress address) {}

    private final NameService names;
    private final Executor threads;
    private final Cache<Question, Outcome> outcomes;
    /** How many questions of each network wait; as many entries as wait, at most. */
    private final ConcurrentMap<CidrBlock, Integer> waiting = new ConcurrentHashMap<>();

    /**
     * @param threads where DNS is asked; bounded, and refuses what it has no room for
     */
    NameChecks(NameService names, Executor threads, Ticker ticker) {
        this.names = names;
        this.threads = threads;
        this.outcomes = Caffeine.newBuilder()
                .maximumSize(CAPACITY)
                .expireAfter(Expiry.<Question, Outcome>writing((question, outcome) -> outcome.lifetime))
                .ticker(ticker)
                // Its upkeep is small; no thread of the process's common pool is needed for it.
                .executor(Runnable::run)
                .build();
    }

    /** Whether an address is known to be the crawler's. Where nothing is known, the answer is no, and DNS is asked. */
    boolean isConfirmed(Crawler crawler, IpAddress address) {
        Question question = new Question(crawler.name(), address);
        Outcome outcome = outcomes.getIfPresent(question);
        if (outcome == null && outcomes.asMap().putIfAbsent(question, Outcome.PENDING) == null) {
            ask(question, crawler);
        }
        return outcome == Outcome.CONFIRMED;
    }

    private void ask(Question question, Crawler crawler) {
        CidrBlock network = ClientAddress.of(question.address()).widerPrefix();
        boolean mayWait = waiting.merge(network, 1, Integer::sum) <= WAITING_OF_A_NETWORK;
        try {
            if (mayWait) {
                threads.execute(() -> answer(question, crawler, network));
                return;
            }
        } catch (RejectedExecutionException full) {
            // Forgotten, as what may not wait is.
        }
        outcomes.invalidate(question);
        leave(network);
    }

    private void answer(Question question, Crawler crawler, CidrBlock network) {
        try {
            outcomes.put(question, answer(crawler, question.address()));
        } finally {
            leave(network);
        }
    }

    private void leave(CidrBlock network) {
        waiting.computeIfPresent(network, (same, number) -> number == 1 ? null : number - 1);
    }

    /**
     * The name that the address's owner gives it must be in the crawler's domains, and the owner of that name must give
     * it this address: the first alone anybody can say of their own addresses.
     */
    private Outcome answer(Crawler crawler, IpAddress address) {
        try {
            boolean confirmed = names.reverse(address)
                    .map(NameChecks::withoutDot)
                    .filter(crawler::owns)
                    .filter(name -> names.forward(name).contains(address))
                    .isPresent();
            return confirmed ? Outcome.CONFIRMED : Outcome.REFUTED;
        } catch (RuntimeException brokenNameService) {
            return Outcome.REFUTED;
        }
    }

    private static String withoutDot(String hostName) {
        return hostName.endsWith(".") ? hostName.substring(0, hostName.length() - 1) : hostName;
    }

    /** Outcomes that are remembered now. */
    long size() {
        outcomes.cleanUp();
        return outcomes.estimatedSize();
    }
}
