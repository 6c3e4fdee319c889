package dev.stile.crawler;

import dev.stile.network.IpAddress;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** A name service that knows what it is told, and counts what it is asked. */
final class FakeDns implements NameService {
    private final Map<IpAddress, String> names = new ConcurrentHashMap<>();
    private final Map<String, List<IpAddress>> addresses = new ConcurrentHashMap<>();
    private final AtomicInteger asked = new AtomicInteger();

    static IpAddress address(String literal) {
        return IpAddress.parse(literal).orElseThrow();
    }

    /** What the owner of an address says that its name is. */
    FakeDns pointer(String address, String name) {
        names.put(address(address), name);
        return this;
    }

    /** What the owner of a name says that its addresses are. */
    FakeDns host(String name, String... literals) {
        addresses.put(name, List.of(literals).stream().map(FakeDns::address).toList());
        return this;
    }

    /** Questions for the name of an address. */
    int asked() {
        return asked.get();
    }

    @Override
    public Optional<String> reverse(IpAddress address) {
        asked.incrementAndGet();
        return Optional.ofNullable(names.get(address));
    }

    @Override
    public List<IpAddress> forward(String hostName) {
        return addresses.getOrDefault(hostName, List.of());
    }
}
