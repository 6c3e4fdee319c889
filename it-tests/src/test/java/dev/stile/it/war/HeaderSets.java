package dev.stile.it.war;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * What visitors send beside Host and cookies, as recorded for filter-core's tests: over plain http, where browsers send
 * no Sec-Fetch headers to a host by name. No Accept-Encoding, so that bodies can be read.
 */
final class HeaderSets {
    /** Firefox ESR 153 opens a page. */
    static final Map<String, String> FIREFOX = firefox();

    /** The same browser's {@code fetch()}. */
    static final Map<String, String> FIREFOX_FETCH = with(FIREFOX, "Accept", "*/*");

    /** curl 7.88 as Debian 12 has it. */
    static final Map<String, String> CURL = Map.of("User-Agent", "curl/7.88.1", "Accept", "*/*");

    private HeaderSets() {}

    private static Map<String, String> firefox() {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("User-Agent", "Mozilla/5.0 (X11; Linux x86_64; rv:153.0) Gecko/20100101 Firefox/153.0");
        headers.put("Accept", "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8");
        headers.put("Accept-Language", "en-US,en;q=0.9");
        headers.put("Upgrade-Insecure-Requests", "1");
        return Map.copyOf(headers);
    }

    /** A set with one header exchanged or added. */
    static Map<String, String> with(Map<String, String> headers, String name, String value) {
        Map<String, String> changed = new TreeMap<>(headers);
        changed.put(name, value);
        return changed;
    }

    /** A set without one header. */
    static Map<String, String> without(Map<String, String> headers, String name) {
        Map<String, String> changed = new TreeMap<>(headers);
        changed.remove(name);
        return changed;
    }
}
