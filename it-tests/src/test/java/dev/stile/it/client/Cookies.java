package dev.stile.it.client;

import java.net.HttpCookie;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The cookies of one origin by name; to the client their values are opaque (PROTOCOL §12). Only Max-Age counts: with every
 * request all cookies are sent, whatever their Path, Domain and Secure. Safe for several threads.
 */
public final class Cookies {

    private final Map<String, String> values = new TreeMap<>();

    /** A copy of names and values. */
    public synchronized Map<String, String> asMap() {
        return Map.copyOf(values);
    }

    public synchronized void put(String name, String value) {
        values.put(name, value);
    }

    public synchronized void clear() {
        values.clear();
    }

    /** Keeps what an answer sets, and drops what it sets with a Max-Age of 0. */
    synchronized void keep(Answer answer) {
        for (String header : answer.headers().allValues("Set-Cookie")) {
            HttpCookie.parse("Set-Cookie: " + header).forEach(this::keep);
        }
    }

    private void keep(HttpCookie cookie) {
        if (cookie.getMaxAge() == 0) {
            values.remove(cookie.getName());
        } else {
            values.put(cookie.getName(), cookie.getValue());
        }
    }

    /** The value of the header Cookie; empty if there are none. */
    synchronized String header() {
        return values.entrySet().stream()
                .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
    }
}
