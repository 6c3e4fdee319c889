package dev.stile.protocol;

import java.util.Arrays;

/**
 * The part of a client's address that a challenge is bound to: /24 of IPv4, /48 of IPv6 (PROTOCOL §11). Immutable.
 */
public final class NetworkPrefix {
    /** The prefix of a client whose address is not an IP address, such as the peer of a Unix socket. */
    public static final NetworkPrefix UNKNOWN = new NetworkPrefix(new byte[] {0});

    private static final int IPV4_BYTES = 3;
    private static final int IPV6_BYTES = 6;

    private final byte[] bytes;

    private NetworkPrefix(byte[] bytes) {
        this.bytes = bytes;
    }

    /**
     * The prefix of an address.
     *
     * @param address 4 bytes of IPv4 or 16 of IPv6 (an IPv4-mapped one counts as IPv4); any other length gives {@link
     *     #UNKNOWN}
     */
    public static NetworkPrefix of(byte[] address) {
        return switch (address.length) {
            case 4 -> tagged(4, address, 0, IPV4_BYTES);
            case 16 -> isMapped(address) ? tagged(4, address, 12, IPV4_BYTES) : tagged(6, address, 0, IPV6_BYTES);
            default -> UNKNOWN;
        };
    }

    byte[] bytes() {
        return bytes.clone();
    }

    private static NetworkPrefix tagged(int family, byte[] address, int from, int length) {
        byte[] bytes = new byte[1 + length];
        bytes[0] = (byte) family;
        System.arraycopy(address, from, bytes, 1, length);
        return new NetworkPrefix(bytes);
    }

    /** ::ffff:0:0/96, RFC 4291 §2.5.5.2. */
    private static boolean isMapped(byte[] address) {
        for (int i = 0; i < 10; i++) {
            if (address[i] != 0) {
                return false;
            }
        }
        return address[10] == (byte) 0xff && address[11] == (byte) 0xff;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof NetworkPrefix prefix && Arrays.equals(bytes, prefix.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }
}
