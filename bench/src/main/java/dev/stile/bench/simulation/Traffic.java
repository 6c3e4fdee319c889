package dev.stile.bench.simulation;

import dev.stile.bench.cost.Solver;
import dev.stile.request.ClientAddress;

/** How people read and how programs take. Methods begin something and return; it goes on by the agenda. */
final class Traffic {
    private static final double PHONES = 0.4;
    private static final double ODD_BROWSERS = 0.02;
    private static final double PAGES_OF_A_READER = 8;
    private static final double SECONDS_A_PAGE = 20;

    /** Networks that readers come from, 65,536 addresses of them. */
    private static final int READERS = 0x0a00_0000;

    private final World world;

    Traffic(World world) {
        this.world = world;
    }

    /** Readers come, so many a second, each from an address of its own, until a time. */
    void readers(double perSecond, double untilSeconds) {
        if (world.agenda.seconds() >= untilSeconds) {
            return;
        }
        // Spread over all networks: neighbours are strangers.
        int number = READERS + world.chance.below(1 << 24);
        read(reader(Client.address(number)), 1 / PAGES_OF_A_READER);
        world.agenda.in(world.chance.pause(1 / perSecond), () -> readers(perSecond, untilSeconds));
    }

    /** A person at a desktop or with a slow phone; a few have browsers that look odd. */
    Client reader(ClientAddress address) {
        double speed = world.chance.happens(PHONES) ? Solver.PHONE.triesPerSecond() : Solver.DESKTOP.triesPerSecond();
        return new Client(Role.HONEST, address, world.chance.happens(ODD_BROWSERS) ? 50 : 0, speed);
    }

    /** Reads page after page, and leaves after each with some probability. */
    void read(Client reader, double leaves) {
        world.fetch(reader, () -> {
            if (!world.chance.happens(leaves)) {
                world.agenda.in(world.chance.pause(SECONDS_A_PAGE), () -> read(reader, leaves));
            }
        });
    }

    /** A program with the headers of a browser, which solves in native code on one core. */
    static Client program(ClientAddress address) {
        return new Client(Role.ATTACKER, address, 0, Solver.CORE.triesPerSecond());
    }

    /** Takes a page, waits, takes the next, until a time. */
    void scrape(Client program, double pauseSeconds, double untilSeconds) {
        if (world.agenda.seconds() < untilSeconds) {
            world.fetch(
                    program, () -> world.agenda.in(pauseSeconds, () -> scrape(program, pauseSeconds, untilSeconds)));
        }
    }
}
