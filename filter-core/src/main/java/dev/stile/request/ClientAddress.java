package dev.stile.request;

import dev.stile.protocol.NetworkPrefix;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.regex.Pattern;

/**
 * Where a request comes from, as the container says. Immutable.
 */
public final class ClientAddress {
    private static final String OCTET = "(?:25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9]?[0-9])";
    private static final Pattern IPV4 = Pattern.compile(OCTET + "(?:\\." + OCTET + "){3}");
    /** With a colon in it, the JDK looks up no text that begins so, whether it is an address or not. */
    private static final Pattern IPV6 = Pattern.compile("[0-9a-fA-F:][0-9a-fA-F:.]{1,44}");

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
        boolean bracketed = literal.startsWith("[") && literal.endsWith("]");
        String address = bracketed ? literal.substring(1, literal.length() - 1) : literal;
        int zone = address.indexOf('%');
        return zone < 0 ? address : address.substring(0, zone);
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
