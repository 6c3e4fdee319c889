package dev.stile.crawler;

import dev.stile.network.IpAddress;
import java.util.List;
import java.util.Optional;

/** Asks DNS. Blocks, so no request's thread may call it. For several threads. */
interface NameService {
    /** The host name that the owner of an address gives it, of any content; empty if there is none. */
    Optional<String> reverse(IpAddress address);

    /**
     * The addresses that the owner of a host name gives it; none if there are none.
     *
     * @param hostName without a dot at the end
     */
    List<IpAddress> forward(String hostName);
}
