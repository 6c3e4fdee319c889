package dev.stile.bench.jvm;

import dev.stile.network.IpAddress;
import dev.stile.request.ClientAddress;

/** Addresses of clients, each in a network of its own. */
final class Networks {
    /** 16.0.0.1, as an IPv4-mapped address. */
    private static final long FIRST = 0xffff_1000_0001L;

    private static final int HOST_BITS = 8;

    private Networks() {}

    /** An IPv4 address in the n-th /24 after the first. */
    static ClientAddress address(int n) {
        return ClientAddress.of(new IpAddress(0, FIRST + ((long) n << HOST_BITS)));
    }
}
