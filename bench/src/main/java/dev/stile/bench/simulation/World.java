package dev.stile.bench.simulation;

import dev.stile.bench.simulation.SimulatedGate.Asked;
import dev.stile.load.LoadMeter;
import dev.stile.load.LoadTerms;
import java.util.List;
import java.util.Optional;

/** One run: a server behind a gate, and those who ask for its pages. */
final class World {
    private static final double RETRY_SECONDS = 5;
    private static final int FILES_OF_A_PAGE = 8;

    final Agenda agenda = new Agenda();
    final Chance chance;
    private final SimulatedGate gate;
    private final Server server;
    private final LoadMeter meter;
    private final Measures measures;

    private World(Trace trace) {
        this.chance = new Chance(trace.name().hashCode());
        this.meter = new LoadMeter(agenda::nanos, () -> LoadTerms.DEFAULT);
        this.server = new Server(agenda, chance, meter);
        this.gate = new SimulatedGate(trace.asksAlways(), agenda, chance, meter);
        this.measures = new Measures(trace.minutes() * 60.0);
    }

    /** What a trace comes to; the same every time. */
    static Measures run(Trace trace) {
        World world = new World(trace);
        trace.traffic().accept(world);
        world.watch();
        world.agenda.runUntil(trace.minutes() * 60.0);
        return world.measures;
    }

    private void watch() {
        measures.load(agenda.seconds(), meter.load().value());
        agenda.in(1, this::watch);
    }

    /** Asks for a page, solves what is asked if it can, and goes on. */
    void fetch(Client client, Runnable then) {
        if (client.solving) {
            client.waiting.add(() -> fetch(client, then));
            return;
        }
        Optional<Asked> asked = gate.decide(client);
        measures.request(agenda.seconds(), client.role, asked.isPresent());
        if (asked.isEmpty()) {
            serve(client, then);
        } else if (client.triesPerSecond > 0) {
            solve(client, asked.get(), () -> fetch(client, then));
        } else {
            agenda.in(RETRY_SECONDS, then);
        }
    }

    private void serve(Client client, Runnable then) {
        boolean served = server.serve(() -> {
            measures.page(agenda.seconds(), client.role);
            then.run();
        });
        if (!served) {
            measures.turnedAway(client.role);
            agenda.in(RETRY_SECONDS, then);
        } else if (client.role == Role.HONEST) {
            // Scrapers want the pages alone.
            gate.files(client, FILES_OF_A_PAGE);
        }
    }

    private void solve(Client client, Asked asked, Runnable then) {
        double tries = chance.tries(asked.price().difficulty());
        measures.solve(agenda.seconds(), client.role, tries, asked);
        client.solving = true;
        client.waiting.add(then);
        agenda.in(tries / client.triesPerSecond, () -> {
            client.solving = false;
            gate.redeem(client);
            List<Runnable> waiting = List.copyOf(client.waiting);
            client.waiting.clear();
            waiting.forEach(Runnable::run);
        });
    }
}
