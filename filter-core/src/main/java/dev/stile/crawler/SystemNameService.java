package dev.stile.crawler;

import dev.stile.network.IpAddress;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * DNS as the system is configured. A question takes as long as the system's resolver lets it: with glibc's defaults
 * some 10 seconds for each name server that does not answer.
 */
final class SystemNameService implements NameService {
    @Override
    public Optional<String> reverse(IpAddress address) {
        try {
            // The JDK answers with the address itself where there is no name.
            String name = InetAddress.getByAddress(address.bytes()).getCanonicalHostName();
            return Optional.of(name).filter(found -> IpAddress.parse(found).isEmpty());
        } catch (UnknownHostException e) {
            throw new IllegalStateException("an address of 4 or 16 bytes is one", e);
        }
    }

    @Override
    public List<IpAddress> forward(String hostName) {
        try {
            // With the dot the name is whole: the resolver appends none of the system's search domains.
            return Stream.of(InetAddress.getAllByName(hostName + "."))
                    .map(found -> IpAddress.of(found.getAddress()))
                    .toList();
        } catch (UnknownHostException e) {
            return List.of();
        }
    }
}
