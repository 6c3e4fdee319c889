package dev.stile.request;

import dev.stile.network.CidrBlock;
import dev.stile.network.IpAddress;
import dev.stile.protocol.NetworkPrefix;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Where a request comes from. Immutable. */
public final class ClientAddress {
    private static final int IPV4_CLIENT_BITS = IpAddress.BITS;
    private static final int IPV4_WIDER_BITS = IpAddress.IPV4_OFFSET_BITS + 24;
    private static final int IPV6_CLIENT_BITS = 64;
    private static final int IPV6_WIDER_BITS = 48;

    /** An address that nobody has (RFC 6666, the discard prefix), for all that have none. */
    private static final IpAddress NOWHERE = new IpAddress(0x0100_0000_0000_0000L, 0);

    private static final ClientAddress UNKNOWN = new ClientAddress(Optional.empty());

    /** RFC 1122 §3.2.1.3 and RFC 4291 §2.5.3; the first is 127.0.0.0/8 as an IPv4-mapped block. */
    private static final List<CidrBlock> LOOPBACK = Stream.of("127.0.0.0/8", "::1/128")
            .map(CidrBlock::parse)
            .flatMap(Optional::stream)
            .toList();

    private final Optional<IpAddress> address;
    private final NetworkPrefix network;
    private final CidrBlock clientPrefix;
    private final CidrBlock widerPrefix;

    private ClientAddress(Optional<IpAddress> address) {
        this.address = address;
        this.network = address.map(known -> NetworkPrefix.of(known.bytes())).orElse(NetworkPrefix.UNKNOWN);
        IpAddress counted = address.orElse(NOWHERE);
        boolean ipv4 = counted.isIpv4();
        this.clientPrefix = CidrBlock.around(counted, ipv4 ? IPV4_CLIENT_BITS : IPV6_CLIENT_BITS);
        this.widerPrefix = CidrBlock.around(counted, ipv4 ? IPV4_WIDER_BITS : IPV6_WIDER_BITS);
    }

    /**
     * The address that a literal names. Anything else, such as the peer of a Unix socket, is the one unknown address;
     * names are never looked up.
     */
    public static ClientAddress parse(String literal) {
        return IpAddress.parse(literal).map(ClientAddress::of).orElse(UNKNOWN);
    }

    /** This address. */
    public static ClientAddress of(IpAddress address) {
        return new ClientAddress(Optional.of(address));
    }

    /** The address itself, if there is one. */
    public Optional<IpAddress> address() {
        return address;
    }

    /** Whether the request came from this very machine. */
    public boolean isLoopback() {
        return address.filter(known -> LOOPBACK.stream().anyMatch(block -> block.contains(known)))
                .isPresent();
    }

    /** The network that challenges and passes are bound to. */
    public NetworkPrefix network() {
        return network;
    }

    /** What counts as one client: the address of IPv4, the /64 of IPv6. */
    public CidrBlock clientPrefix() {
        return clientPrefix;
    }

    /** The wider prefix that a client's share counts in as well: the /24 of IPv4, the /48 of IPv6. */
    public CidrBlock widerPrefix() {
        return widerPrefix;
    }

    /** The literal in its plain form, for the operator's log. */
    @Override
    public String toString() {
        return address.map(IpAddress::toString).orElse("unknown");
    }
}
