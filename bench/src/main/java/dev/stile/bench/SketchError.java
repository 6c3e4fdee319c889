package dev.stile.bench;

import dev.stile.sketch.CountSketch;
import dev.stile.sketch.DecayingSketch;
import dev.stile.sketch.KeyedHash;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.function.IntToDoubleFunction;

/**
 * Measures by how much the sketches overestimate, against exact counts, and prints rows of the tables in
 * {@code docs/flood-control.md}. The clock stands still: nothing decays, which is the worst case.
 *
 * <p>Arguments: numbers of clients, by default 100000, 1000000 and 10000000. The last needs 2 GB of heap.
 */
public final class SketchError {
    /** Three quarters of the default 16 MiB, as flood control divides them. */
    private static final int RATE_BYTES = 12 << 20;

    /** Three eighths of the default 16 MiB: one generation of budgets. */
    private static final int BUDGET_BYTES = 6 << 20;

    /** A quarter of the default 16 MiB: the foreign networks of passes. */
    private static final int NETWORK_BYTES = 4 << 20;

    private static final int MOST_REQUESTS = 10_000;
    private static final int MOST_CLIENTS_OF_A_NETWORK = 256;
    private static final int BUDGET = 300;
    private static final int EIGHTHS = 8;

    private static final long CLIENT = 1;
    private static final long WIDER = 2;

    private final KeyedHash hash = KeyedHash.under(new SplittableRandom(1)::nextBytes);
    private final SplittableRandom random = new SplittableRandom(2);

    /** Prints what it measures. */
    public static void main(String[] arguments) {
        int[] clients = arguments.length == 0
                ? new int[] {100_000, 1_000_000, 10_000_000}
                : Arrays.stream(arguments).mapToInt(Integer::parseInt).toArray();
        System.out.println("| keys | counted | p50 | p99 | p99.9 | max |");
        System.out.println("|---|---|---|---|---|---|");
        for (int number : clients) {
            new SketchError().rates(number);
        }
        for (int number : clients) {
            new SketchError().budgets(number);
        }
        for (int number : clients) {
            new SketchError().travellers(number);
        }
    }

    private void rates(int clients) {
        int[] requests = draw(clients, new Zipf(MOST_REQUESTS));
        int[] networks = networks(clients);
        int[] ofNetwork = new int[networks[clients - 1] + 1];
        for (int client = 0; client < clients; client++) {
            ofNetwork[networks[client]] += requests[client];
        }
        DecayingSketch sketch = new DecayingSketch(RATE_BYTES, Duration.ofMinutes(1), () -> 0);
        for (int client : stream(requests)) {
            sketch.add(key(CLIENT, client), 1);
            sketch.add(key(WIDER, networks[client]), 1);
        }
        print("clients", requests, client -> sketch.count(key(CLIENT, client)));
        print("their wider prefixes", ofNetwork, network -> sketch.count(key(WIDER, network)));
    }

    private void budgets(int passes) {
        int[] requests = draw(passes, new Zipf(BUDGET));
        CountSketch sketch = new CountSketch(BUDGET_BYTES);
        for (int pass : stream(requests)) {
            sketch.add(key(CLIENT, pass), EIGHTHS);
        }
        print("passes of one window", requests, pass -> sketch.count(key(CLIENT, pass)) / (double) EIGHTHS);
    }

    /** Passes that are each in use in two foreign networks. */
    private void travellers(int passes) {
        DecayingSketch sketch = new DecayingSketch(NETWORK_BYTES, Duration.ofMinutes(3), () -> 0);
        int[] networks = new int[passes];
        Arrays.fill(networks, 2);
        for (int pass : stream(networks)) {
            sketch.add(key(CLIENT, pass), 1);
            sketch.add(key(WIDER, random.nextInt()), 1);
        }
        print("passes away from home", networks, pass -> sketch.count(key(CLIENT, pass)));
    }

    private long key(long kind, int number) {
        return hash.of(0, number, kind);
    }

    private int[] draw(int size, Zipf zipf) {
        int[] drawn = new int[size];
        Arrays.setAll(drawn, i -> zipf.draw(random));
        return drawn;
    }

    /** The network of each client, numbered from 0 without a gap. */
    private int[] networks(int clients) {
        Zipf zipf = new Zipf(MOST_CLIENTS_OF_A_NETWORK);
        int[] networks = new int[clients];
        int client = 0;
        for (int network = 0; client < clients; network++) {
            int end = Math.min(clients, client + zipf.draw(random));
            Arrays.fill(networks, client, end, network);
            client = end;
        }
        return networks;
    }

    /** All requests in random order, each as the number of who makes it. */
    private int[] stream(int[] requests) {
        int[] stream = new int[Arrays.stream(requests).sum()];
        int filled = 0;
        for (int who = 0; who < requests.length; who++) {
            Arrays.fill(stream, filled, filled + requests[who], who);
            filled += requests[who];
        }
        for (int i = stream.length - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            int swapped = stream[i];
            stream[i] = stream[other];
            stream[other] = swapped;
        }
        return stream;
    }

    private static void print(String what, int[] exact, IntToDoubleFunction estimate) {
        double[] errors = new double[exact.length];
        Arrays.setAll(errors, i -> estimate.applyAsDouble(i) - exact[i]);
        Arrays.sort(errors);
        System.out.printf(
                Locale.ROOT,
                "| %,d %s | %,d | %.1f | %.1f | %.1f | %.0f |%n",
                exact.length,
                what,
                Arrays.stream(exact).sum(),
                at(errors, 0.5),
                at(errors, 0.99),
                at(errors, 0.999),
                errors[errors.length - 1]);
    }

    private static double at(double[] sorted, double quantile) {
        return sorted[(int) (quantile * sorted.length)];
    }
}
