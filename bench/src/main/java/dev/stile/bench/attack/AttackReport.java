package dev.stile.bench.attack;

import dev.stile.bench.http.Front;
import dev.stile.bench.http.ServerProcess;
import dev.stile.bench.report.NativeTool;
import dev.stile.bench.report.PerformancePage;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** Attacks a server of its own on this machine, for a bounded time; {@code bin/bench attack} runs it. */
public final class AttackReport {
    private static final int QUIET_SECONDS = 5;

    /** Proofs found ahead, so that a cold server is sent many: enough for the JVM to compile what they pass through. */
    private static final int WARM_UP_SECONDS = 25;

    private static final int WARM_UP_PROOFS = 10_000;

    private static final int STEADY_ROUNDS = 5;
    private static final int STEADY_SECONDS = 6;
    /** More than an attacker solves in that time: each address sends one proof. */
    private static final int STEADY_ADDRESSES = 4_000;

    private static final int ONE_ADDRESS_ROUNDS = 3;
    private static final int BURST_ROUNDS = 3;

    /** A challenge lives 60 s; the rest is for redeeming. */
    private static final int COLLECT_SECONDS = 40;

    /** All that is redeemed is less than half of what the replay store holds: above that, the price would rise. */
    private static final int BURST_PROOFS = 20_000;

    private static final int MOST_SECONDS = 400;

    /** From here on each address is in a network of its own that no other round has. */
    private int nextAddress;

    private final ServerProcess server;
    private final Visitors visitors;

    private AttackReport(ServerProcess server, Visitors visitors) {
        this.server = server;
        this.visitors = visitors;
    }

    /**
     * Attacks, and writes the section {@code attack} of docs/performance.md.
     *
     * @param args the folder of the docs
     */
    public static void main(String[] args) throws IOException, InterruptedException {
        try (ServerProcess server = ServerProcess.start(Front.STILE, Map.of())) {
            List<String> passes = NativeTool.passes(server.port(), Visitors.passesFor(MOST_SECONDS));
            try (Visitors visitors = new Visitors(server.port(), passes)) {
                PerformancePage.put(Path.of(args[0]), "attack", new AttackReport(server, visitors).markdown());
            }
        }
    }

    private String markdown() throws IOException, InterruptedException {
        burst(WARM_UP_SECONDS, WARM_UP_PROOFS);
        Memory before = Memory.of(server);
        Rounds bursts = new Rounds("found ahead, redeemed at once");
        for (int round = 0; round < BURST_ROUNDS; round++) {
            bursts.add(burst(COLLECT_SECONDS, BURST_PROOFS));
        }
        Rounds steady = new Rounds("found and redeemed one by one");
        for (int round = 0; round < STEADY_ROUNDS; round++) {
            steady.add(steady(STEADY_ADDRESSES));
        }
        Rounds oneAddress = new Rounds("the same, from one address");
        for (int round = 0; round < ONE_ADDRESS_ROUNDS; round++) {
            oneAddress.add(steady(1));
        }
        return AttackTable.markdown(List.of(bursts, steady, oneAddress), before, Memory.of(server));
    }

    private int addresses(int count) {
        int first = nextAddress;
        nextAddress += count;
        return first;
    }

    private Round steady(int addresses) throws IOException, InterruptedException {
        Quiet quiet = quiet();
        Duration cpu = server.cpu();
        long from = System.nanoTime();
        Attack attack = Attack.steady(server.port(), STEADY_SECONDS, addresses(addresses), addresses);
        long until = System.nanoTime();
        return new Round(
                attack,
                quiet.cpu,
                server.cpu().minus(cpu),
                (until - from) / 1e9,
                attack.value("cpu-seconds"),
                quiet.seen,
                visitors.between(from, until));
    }

    private Round burst(int seconds, int proofs) throws IOException, InterruptedException {
        Quiet quiet = quiet();
        Duration cpu = server.cpu();
        long begun = System.nanoTime();
        AtomicLong from = new AtomicLong();
        Attack attack =
                Attack.burst(server.port(), seconds, addresses(proofs), proofs, () -> from.set(System.nanoTime()));
        long until = System.nanoTime();
        return new Round(
                attack,
                quiet.cpu,
                server.cpu().minus(cpu),
                (until - begun) / 1e9,
                attack.value("collecting-cpu-seconds") + attack.value("cpu-seconds"),
                quiet.seen,
                visitors.between(from.get(), until));
    }

    /**
     * @param cpu of the server in a second
     */
    private record Quiet(Duration cpu, Visitors.Seen seen) {}

    private Quiet quiet() throws InterruptedException {
        Duration cpu = server.cpu();
        long from = System.nanoTime();
        TimeUnit.SECONDS.sleep(QUIET_SECONDS);
        return new Quiet(server.cpu().minus(cpu).dividedBy(QUIET_SECONDS), visitors.between(from, System.nanoTime()));
    }

    /** Rounds of one kind. */
    record Rounds(String name, List<Round> all) {
        Rounds(String name) {
            this(name, new ArrayList<>());
        }

        void add(Round round) {
            all.add(round);
        }
    }
}
