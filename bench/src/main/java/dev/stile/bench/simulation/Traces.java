package dev.stile.bench.simulation;

import dev.stile.bench.cost.Solver;
import java.util.List;

/** The traces: in all of them three readers come a second, which is a sixteenth of what the server can bear. */
final class Traces {
    private static final double READERS_PER_SECOND = 3;
    private static final int ATTACKER = 0xc633_6407;

    static final List<Trace> ALL = List.of(
            new Trace("calm", "Calm: readers alone, mode suspicious", 15, false, world -> readers(world, 15)),
            new Trace("one-address-flood", "One address floods: 600 requests a second", 15, false, Traces::flood),
            new Trace("botnet", "A botnet of 10,000 addresses that solve", 20, false, Traces::botnet),
            new Trace("botnet-unsolving", "The same botnet, but it cannot solve", 20, false, Traces::unsolving),
            new Trace("slow-scraper", "A slow scraper: a page a second, mode always", 60, true, Traces::slowScraper),
            new Trace("office", "An office of 200 people and one bot behind one address", 60, false, Traces::office),
            new Trace("flash-crowd", "A flash crowd: 25 times as many readers, no attacker", 20, false, Traces::crowd));

    private Traces() {}

    private static Traffic readers(World world, int minutes) {
        Traffic traffic = new Traffic(world);
        traffic.readers(READERS_PER_SECOND, minutes * 60.0);
        return traffic;
    }

    /** Sixty connections of one program share its address and its pass. */
    private static void flood(World world) {
        Traffic traffic = readers(world, 15);
        Client program = Traffic.program(Client.address(ATTACKER));
        for (int connection = 0; connection < 60; connection++) {
            world.agenda.in(180 + connection / 60.0, () -> traffic.scrape(program, 0.1, 600));
        }
    }

    private static void botnet(World world) {
        bots(world, Solver.CORE.triesPerSecond());
    }

    private static void unsolving(World world) {
        bots(world, 0);
    }

    /** Four bots in each of 2,500 networks, each below every limit: six pages a minute. */
    private static void bots(World world, double triesPerSecond) {
        Traffic traffic = readers(world, 20);
        for (int bot = 0; bot < 10_000; bot++) {
            int address = 0x5000_0000 + 256 * (bot / 4) + bot % 4;
            Client program = new Client(Role.ATTACKER, Client.address(address), 0, triesPerSecond);
            world.agenda.in(180 + world.chance.pause(60), () -> traffic.scrape(program, 10, 900));
        }
    }

    private static void slowScraper(World world) {
        Traffic traffic = readers(world, 60);
        Client program = Traffic.program(Client.address(ATTACKER));
        world.agenda.in(300, () -> traffic.scrape(program, 0.95, 3300));
    }

    /** Everybody in the office reads all the time; one of them lets a program take five pages a second. */
    private static void office(World world) {
        Traffic traffic = readers(world, 60);
        for (int person = 0; person < 200; person++) {
            world.agenda.in(world.chance.pause(120), () -> traffic.read(traffic.reader(Client.address(ATTACKER)), 0));
        }
        Client program = Traffic.program(Client.address(ATTACKER));
        world.agenda.in(900, () -> traffic.scrape(program, 0.15, 2700));
    }

    private static void crowd(World world) {
        Traffic traffic = readers(world, 20);
        world.agenda.in(300, () -> traffic.readers(25 * READERS_PER_SECOND, 600));
    }
}
