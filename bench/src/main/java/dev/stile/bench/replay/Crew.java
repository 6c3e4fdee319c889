package dev.stile.bench.replay;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;

/** One or more threads that do something as often as they can, all at once. */
final class Crew implements AutoCloseable {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final int size;
    private final ExecutorService threads;

    /**
     * What a turn took each thread, on average.
     *
     * @param nanos from when all began to when the last was done: with what they waited for
     * @param cpuNanos of the processor, without what it did for others meanwhile
     */
    record Took(double nanos, double cpuNanos) {
        Took plus(Took other) {
            return new Took(nanos + other.nanos, cpuNanos + other.cpuNanos);
        }

        Took over(int number) {
            return new Took(nanos / number, cpuNanos / number);
        }
    }

    /** What a thread does. */
    interface Work {
        /**
         * @param worker the thread, from 0
         * @param turn how often it did so before
         */
        void once(int worker, int turn);
    }

    /**
     * @param size threads, 1 or more
     */
    Crew(int size) {
        this.size = size;
        this.threads = Executors.newFixedThreadPool(size);
    }

    int size() {
        return size;
    }

    /** Lets each thread have so many turns; all begin at once. */
    Took take(int turns, Work work) {
        AtomicLong begin = new AtomicLong();
        CyclicBarrier ready = new CyclicBarrier(size, () -> begin.set(System.nanoTime()));
        List<Future<Long>> used = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            int worker = i;
            used.add(threads.submit(() -> {
                ready.await();
                long before = THREADS.getCurrentThreadCpuTime();
                for (int turn = 0; turn < turns; turn++) {
                    work.once(worker, turn);
                }
                return THREADS.getCurrentThreadCpuTime() - before;
            }));
        }
        long cpu = used.stream().mapToLong(Crew::result).sum();
        return new Took((double) (System.nanoTime() - begin.get()) / turns, (double) cpu / turns / size);
    }

    private static long result(Future<Long> future) {
        try {
            return future.get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
