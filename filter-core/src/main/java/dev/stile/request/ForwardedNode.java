package dev.stile.request;

import dev.stile.network.IpAddress;
import java.util.Optional;
import java.util.regex.Pattern;

/** Whose request a proxy sends on, as it writes it (RFC 7239 §6). */
final class ForwardedNode {
    private static final Pattern PORT = Pattern.compile("|:[0-9]{1,5}|:_[A-Za-z0-9._-]{1,64}");

    private ForwardedNode() {}

    /**
     * The address, with or without a port; empty for anything else. IPv6 without brackets is taken as well, for
     * X-Forwarded-For has it so; then it has no port.
     */
    static Optional<IpAddress> address(String node) {
        int end = addressEnd(node);
        return PORT.matcher(node.substring(end)).matches() ? IpAddress.parse(node.substring(0, end)) : Optional.empty();
    }

    private static int addressEnd(String node) {
        if (node.startsWith("[")) {
            return node.indexOf(']') + 1;
        }
        int colon = node.indexOf(':');
        boolean isOnlyColon = colon >= 0 && colon == node.lastIndexOf(':');
        return isOnlyColon ? colon : node.length();
    }
}
