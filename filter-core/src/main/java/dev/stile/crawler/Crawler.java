package dev.stile.crawler;

import dev.stile.network.CidrSet;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * How to tell a crawler from who borrows its name.
 *
 * @param name as policies write it, such as {@code googlebot}
 * @param token what its User-Agent holds
 * @param domains what its host names end with, in lower case; none if they tell nothing
 * @param ranges the addresses that its operator has published; none if it publishes none
 */
record Crawler(String name, String token, List<String> domains, CidrSet ranges) {
    /** Longer names there are none (RFC 1035 §3.1); other characters are a trick. */
    private static final Pattern HOST_NAME = Pattern.compile("[A-Za-z0-9_-][A-Za-z0-9._-]{0,252}");

    Crawler {
        domains = List.copyOf(domains);
    }

    /** Whether a client says that it is this crawler. */
    boolean isNamedIn(String userAgent) {
        return userAgent.contains(token);
    }

    /**
     * Whether a host is in one of the crawler's domains.
     *
     * @param hostName what somebody's name server says, of any content; without a dot at the end
     */
    boolean owns(String hostName) {
        // The characters first: there are letters of other scripts whose lower case is one of these.
        if (!HOST_NAME.matcher(hostName).matches()) {
            return false;
        }
        String lower = hostName.toLowerCase(Locale.ROOT);
        return domains.stream().anyMatch(domain -> lower.endsWith("." + domain));
    }
}
