package dev.stile.request;

import dev.stile.protocol.NetworkPrefix;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.regex.Pattern;

/**
 * Where a request comes from, as the container says. Immutable.
 */
public final class ClientAddress {
    private static final Pattern IPV4 = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}");
    private static final Pattern IPV6 = Pattern.compile("[0-9a-fA-F:.]{2,45}");
    private static final ClientAddress UNKNOWN = new ClientAddress(new byte[0], "unknown");

    private final NetworkPrefix network;
    private final String text;

    private ClientAddress(byte[] bytes, String text) {
        this.network = NetworkPrefix.of(bytes);
        this.text = text;
    }

    /**
     * The address that a literal names. Anything else, such as the peer of a Unix socket, is the one unknown address;
     * names are never looked up.
     */
    public static ClientAddress parse(String literal) {
        String address = withoutZone(literal);
        boolean isLiteral = IPV4.matcher(address).matches()
                || (address.indexOf(':') >= 0 && IPV6.matcher(address).matches());
        if (!isLiteral) {
            return UNKNOWN;
        }
        try {
            // A literal: the JDK asks no name service for one.
            InetAddress inet = InetAddress.getByName(address);
            return new ClientAddress(inet.getAddress(), inet.getHostAddress());
        } catch (UnknownHostException e) {
            return UNKNOWN;
        }
    }

    private static String withoutZone(String literal) {
        int zone = literal.indexOf('%');
        String address = zone < 0 ? literal : literal.substring(0, zone);
        boolean bracketed = address.startsWith("[") && address.endsWith("]");
        return bracketed ? address.substring(1, address.length() - 1) : address;
    }

    /** The network that challenges and passes are bound to. */
    public NetworkPrefix network() {
        return network;
    }

    /** The literal in its plain form, for the operator's log. */
    @Override
    public String toString() {
        return text;
    }
}
