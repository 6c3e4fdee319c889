package dev.stile.network;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * All addresses that begin with the same bits (RFC 4632). IPv4 lies within the space of IPv6: {@code ::/0} holds it
 * too, and {@code 0.0.0.0/0} is IPv4 alone.
 *
 * @param first the lowest address of the block
 * @param length how many bits they share in the space of {@link IpAddress}, 0 to 128
 */
public record CidrBlock(IpAddress first, int length) {
    private static final Pattern BLOCK = Pattern.compile("([^/]+)(?:/(0|[1-9][0-9]{0,2}))?");

    public CidrBlock {
        if (length < 0 || length > IpAddress.BITS) {
            throw new IllegalArgumentException("a prefix has 0 to 128 bits, not " + length);
        }
        if (!first.equals(masked(first, length))) {
            throw new IllegalArgumentException(first + " has bits set beyond the first " + length);
        }
    }

    /** The block of {@code length} bits that an address lies in; bits in the space of {@link IpAddress}. */
    public static CidrBlock around(IpAddress address, int length) {
        return new CidrBlock(masked(address, length), length);
    }

    /**
     * The block that a text such as {@code 192.0.2.0/24}, {@code 2001:db8::/32} or a lone address names; empty for
     * anything else, also where bits are set beyond the prefix: that is a slip more often than not.
     */
    public static Optional<CidrBlock> parse(String text) {
        Matcher matcher = BLOCK.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        Optional<IpAddress> address = IpAddress.parse(matcher.group(1));
        int offset = matcher.group(1).indexOf(':') < 0 ? IpAddress.IPV4_OFFSET_BITS : 0;
        int length = matcher.group(2) == null ? IpAddress.BITS : offset + Integer.parseInt(matcher.group(2));
        return address.filter(first -> length <= IpAddress.BITS && first.equals(masked(first, length)))
                .map(first -> new CidrBlock(first, length));
    }

    /** The highest address of the block. */
    public IpAddress last() {
        return new IpAddress(first.high() | ~mask(length), first.low() | ~mask(length - Long.SIZE));
    }

    /** Whether an address lies in the block. */
    public boolean contains(IpAddress address) {
        return masked(address, length).equals(first);
    }

    private static IpAddress masked(IpAddress address, int length) {
        return new IpAddress(address.high() & mask(length), address.low() & mask(length - Long.SIZE));
    }

    /** The first {@code bits} of 64 set; none if it is negative, all if it is more. */
    private static long mask(int bits) {
        if (bits <= 0) {
            return 0;
        }
        return bits >= Long.SIZE ? -1L : -1L << (Long.SIZE - bits);
    }

    /** The block as operators write it. */
    @Override
    public String toString() {
        boolean dotted = first.isIpv4() && length >= IpAddress.IPV4_OFFSET_BITS;
        return first + "/" + (dotted ? length - IpAddress.IPV4_OFFSET_BITS : length);
    }
}
