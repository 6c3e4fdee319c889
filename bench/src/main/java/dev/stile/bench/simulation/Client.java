package dev.stile.bench.simulation;

import dev.stile.network.IpAddress;
import dev.stile.protocol.Pass;
import dev.stile.request.ClientAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A browser or a program: what the gate sees of it, and what it holds. */
final class Client {
    final Role role;
    final ClientAddress address;
    final int suspicion;
    /** Hashes a second; 0 for a program that cannot solve. */
    final double triesPerSecond;

    Optional<Pass> pass = Optional.empty();
    /** Requests of this client that wait for its one solve. */
    final List<Runnable> waiting = new ArrayList<>();

    boolean solving;

    Client(Role role, ClientAddress address, int suspicion, double triesPerSecond) {
        this.role = role;
        this.address = address;
        this.suspicion = suspicion;
        this.triesPerSecond = triesPerSecond;
    }

    /** The IPv4 address of this number. */
    static ClientAddress address(int number) {
        return ClientAddress.of(new IpAddress(0, 0xffff_0000_0000L | Integer.toUnsignedLong(number)));
    }
}
