package dev.stile.request;

import dev.stile.network.IpAddress;
import java.util.Iterator;
import java.util.Optional;

/** A header in which proxies write whose request they send on, each at the right end. */
public enum ForwardedHeader {
    /** {@code X-Forwarded-For}: addresses, with or without ports. */
    X_FORWARDED_FOR("X-Forwarded-For") {
        @Override
        Optional<IpAddress> address(String element) {
            return ForwardedNode.address(element);
        }
    },
    /** {@code Forwarded} (RFC 7239): parameters, of which {@code for} is read. */
    FORWARDED("Forwarded") {
        @Override
        Optional<IpAddress> address(String element) {
            Optional<String> node = Optional.empty();
            for (Iterator<String> pairs = new PartsFromTheRight(element, ';'); pairs.hasNext(); ) {
                Optional<String> value = forValue(pairs.next());
                if (value.isPresent() && node.isPresent()) {
                    return Optional.empty(); // RFC 7239 §4: once at most
                }
                node = node.or(() -> value);
            }
            return node.flatMap(ForwardedNode::address);
        }
    };

    private static final String FOR = "for=";

    private final String header;

    ForwardedHeader(String header) {
        this.header = header;
    }

    /** The header's name. */
    String header() {
        return header;
    }

    /**
     * The address that an element names; empty for {@code unknown}, for identifiers that hide it, and for garbage.
     *
     * @param element of any content, as long as the header
     */
    abstract Optional<IpAddress> address(String element);

    /** The value of a pair whose name is {@code for}, in any case. */
    private static Optional<String> forValue(String pair) {
        return pair.regionMatches(true, 0, FOR, 0, FOR.length())
                ? Optional.of(unquoted(pair.substring(FOR.length())))
                : Optional.empty();
    }

    /** What a quoted string stands for (RFC 9110 §5.6.4). A quote that ends too early stays: no address has one. */
    private static String unquoted(String value) {
        boolean quoted = value.length() >= 2 && value.startsWith("\"") && value.endsWith("\"");
        return quoted ? value.substring(1, value.length() - 1).replaceAll("\\\\(.)", "$1") : value;
    }
}
