package dev.stile.network;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An IPv4 or IPv6 address. Both live in the one space of IPv6: an IPv4 address is its mapped form {@code ::ffff:a.b.c.d}
 * (RFC 4291 §2.5.5.2), so that the two spellings are one address. Ordered as unsigned numbers.
 *
 * @param high first 8 bytes
 * @param low last 8 bytes
 */
public record IpAddress(long high, long low) implements Comparable<IpAddress> {
    /** Bits of an address. */
    public static final int BITS = 128;

    /** Where IPv4 begins within the space: a prefix of n bits of IPv4 has 96 + n here. */
    public static final int IPV4_OFFSET_BITS = 96;

    private static final long IPV4_MARK = 0xffffL;
    private static final int MAX_TEXT_LENGTH = 64;

    private static final int IPV4_OCTETS = 4;
    private static final int MAX_OCTET = 255;
    private static final int MAX_OCTET_DIGITS = 3;

    /** The JDK looks up no text that begins so and has a colon, whether it is an address or not. */
    private static final Pattern IPV6 = Pattern.compile("[0-9a-fA-F]{0,4}:[0-9a-fA-F:.]{1,44}");

    /**
     * The address that a literal names; empty for anything else. Names are never looked up.
     *
     * @param literal dotted IPv4, or IPv6 with or without brackets and a zone, which is dropped; of any content
     */
    public static Optional<IpAddress> parse(String literal) {
        if (literal.length() > MAX_TEXT_LENGTH) {
            return Optional.empty();
        }
        return literal.indexOf(':') < 0 ? parseIpv4(literal) : parseIpv6(withoutZone(literal));
    }

    /** By hand, for each request names its client so: an expression, and the JDK's reader behind it, take thrice as long. */
    private static Optional<IpAddress> parseIpv4(String text) {
        long address = IPV4_MARK;
        int octets = 0;
        int from = 0;
        while (from <= text.length()) {
            int dot = text.indexOf('.', from);
            int end = dot < 0 ? text.length() : dot;
            if (!isOctet(text, from, end)) {
                return Optional.empty();
            }
            address = address << Byte.SIZE | Integer.parseInt(text, from, end, 10);
            octets++;
            from = end + 1;
        }
        return octets == IPV4_OCTETS ? Optional.of(new IpAddress(0, address)) : Optional.empty();
    }

    /** A zero in front means octal to some: no number has one. */
    private static boolean isOctet(String text, int from, int end) {
        int digits = end - from;
        for (int i = from; i < end; i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return digits == 1
                || (digits > 1
                        && digits <= MAX_OCTET_DIGITS
                        && text.charAt(from) != '0'
                        && Integer.parseInt(text, from, end, 10) <= MAX_OCTET);
    }

    private static Optional<IpAddress> parseIpv6(String address) {
        if (!IPV6.matcher(address).matches()) {
            return Optional.empty();
        }
        try {
            // A literal: the JDK asks no name service for one.
            return Optional.of(of(InetAddress.getByName(address).getAddress()));
        } catch (UnknownHostException e) {
            return Optional.empty();
        }
    }

    /**
     * The address with these bytes.
     *
     * @param bytes 4 of IPv4 or 16 of IPv6
     */
    public static IpAddress of(byte[] bytes) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        return switch (bytes.length) {
            case 4 -> new IpAddress(0, IPV4_MARK << 32 | Integer.toUnsignedLong(buffer.getInt()));
            case 16 -> new IpAddress(buffer.getLong(), buffer.getLong());
            default -> throw new IllegalArgumentException("an address has 4 or 16 bytes, not " + bytes.length);
        };
    }

    private static String withoutZone(String literal) {
        boolean bracketed = literal.startsWith("[") && literal.endsWith("]");
        String address = bracketed ? literal.substring(1, literal.length() - 1) : literal;
        int zone = address.indexOf('%');
        return zone < 0 ? address : address.substring(0, zone);
    }

    /** Whether this is IPv4, in either spelling. */
    public boolean isIpv4() {
        return high == 0 && low >>> 32 == IPV4_MARK;
    }

    /** 4 bytes of IPv4, or 16 of IPv6, in network order. */
    public byte[] bytes() {
        return isIpv4()
                ? ByteBuffer.allocate(Integer.BYTES).putInt((int) low).array()
                : ByteBuffer.allocate(2 * Long.BYTES).putLong(high).putLong(low).array();
    }

    @Override
    public int compareTo(IpAddress other) {
        int byHigh = Long.compareUnsigned(high, other.high);
        return byHigh != 0 ? byHigh : Long.compareUnsigned(low, other.low);
    }

    /** The literal: dotted, or in the JDK's form of IPv6. */
    @Override
    public String toString() {
        if (isIpv4()) {
            // Each decision tells its listeners who asked: the JDK's way makes four objects more.
            int address = (int) low;
            return (address >>> 24) + "." + (address >>> 16 & 0xff) + "." + (address >>> 8 & 0xff) + "."
                    + (address & 0xff);
        }
        try {
            return InetAddress.getByAddress(bytes()).getHostAddress();
        } catch (UnknownHostException e) {
            throw new IllegalStateException("an address of 4 or 16 bytes is one", e);
        }
    }
}
