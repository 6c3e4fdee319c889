package dev.stile.request;

import dev.stile.network.CidrSet;
import dev.stile.network.IpAddress;
import java.util.List;
import java.util.Optional;

/**
 * Finds the client behind the proxies that the operator trusts. A proxy appends the address it was asked from to a
 * header; so the header is walked from the right, one trusted proxy after the other, and the first address that is no
 * trusted proxy's is the client. What stands to the left of it the client may have written itself: it is not read.
 * Immutable.
 *
 * <p>Nothing else that proxies write is believed: neither the host nor the scheme.
 */
public final class TrustedProxies {
    /** Nobody is trusted, and no header is read. */
    public static final TrustedProxies NONE = new TrustedProxies(CidrSet.EMPTY, ForwardedHeader.X_FORWARDED_FOR);

    /** More than any chain of proxies that is meant. */
    static final int MAX_HOPS = 32;
    /** How much of the header is looked at, from its right end. */
    static final int MAX_LENGTH = 4096;

    /** Before what was cut off, so that a part of an address does not pass for one. */
    private static final String CUT = "?";

    private final CidrSet proxies;
    private final ForwardedHeader header;

    /**
     * @param proxies whose word counts
     * @param header the one header that they all write; the other is not read
     */
    public TrustedProxies(CidrSet proxies, ForwardedHeader header) {
        this.proxies = proxies;
        this.header = header;
    }

    /**
     * The client that a request comes from. That is the peer, unless the peer is a trusted proxy. Where the chain
     * breaks, at an element without an address or after {@value #MAX_HOPS} proxies, the last trusted proxy that it
     * reached stands for the client: what is behind may be anybody's invention.
     *
     * @param peer who is at the other end of the connection, as the container says
     * @param headers of any content
     */
    public ClientAddress client(ClientAddress peer, Headers headers) {
        Optional<IpAddress> proxy = peer.address().filter(proxies::contains);
        return proxy.isEmpty()
                ? peer
                : ClientAddress.of(walk(proxy.get(), new PartsFromTheRight(value(headers.all(header.header())), ',')));
    }

    private IpAddress walk(IpAddress proxy, PartsFromTheRight elements) {
        IpAddress reached = proxy;
        int hops = 0;
        while (elements.hasNext() && hops < MAX_HOPS && proxies.contains(reached)) {
            String element = elements.next();
            if (element.isEmpty()) {
                continue; // RFC 9110 §5.6.1.2: empty elements count for nothing
            }
            Optional<IpAddress> next = header.address(element);
            if (next.isEmpty()) {
                return reached;
            }
            reached = next.get();
            hops++;
        }
        return reached;
    }

    /** Several lines are one value in the order sent (RFC 9110 §5.3). */
    private static String value(List<String> lines) {
        String value = String.join(",", lines);
        return value.length() <= MAX_LENGTH ? value : CUT + value.substring(value.length() - MAX_LENGTH);
    }
}
