package dev.stile.it.headers;

import dev.stile.it.headers.RawRequest.Field;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * What was heard at one origin. A path {@code /kind/name} is kept as the set {@code origin/kind/name}, its first request; of a
 * navigation the second one too, as {@code origin/kind/name-again}. Hosts are kept without the port that the server happened to get, cookies not at all.
 */
final class Recording {
    private final Origin origin;
    private final Map<String, HeaderSet> sets = new ConcurrentHashMap<>();

    Recording(Origin origin) {
        this.origin = origin;
    }

    Origin origin() {
        return origin;
    }

    void add(RawRequest request, int port) {
        String path = request.path().equals("/favicon.ico") ? "/image/favicon.ico" : request.path();
        String[] parts = path.split("/");
        if (parts.length != 3) {
            return;
        }
        boolean preflight = request.method().equals("OPTIONS");
        String kind = preflight ? "preflight" : parts[1];
        String name = origin.label() + "/" + kind + "/" + parts[2];
        List<Field> headers = request.fields().stream()
                .filter(field -> !field.name().equalsIgnoreCase("Cookie"))
                .map(field -> new Field(field.name(), lasting(field, port)))
                .toList();
        if (!keep(name, kind, request, headers) && kind.equals("navigation")) {
            keep(name + "-again", kind, request, headers);
        }
    }

    private boolean keep(String name, String kind, RawRequest request, List<Field> headers) {
        HeaderSet set = new HeaderSet(name, origin.scheme(), kind, request.method(), headers);
        return sets.putIfAbsent(name, set) == null;
    }

    boolean has(Collection<String> paths) {
        return missing(paths).isEmpty();
    }

    List<String> missing(Collection<String> paths) {
        return paths.stream()
                .map(path -> origin.label() + path)
                .filter(name -> !sets.containsKey(name))
                .sorted()
                .toList();
    }

    Stream<HeaderSet> sets() {
        return sets.values().stream().sorted(Comparator.comparing(HeaderSet::name));
    }

    /** The value without what differs from one recording to the next. */
    private String lasting(Field field, int port) {
        return switch (field.name().toLowerCase(Locale.ROOT)) {
            case "sec-websocket-key" -> "dGhlIHNhbXBsZSBub25jZQ==";
            case "content-type" -> field.value().replaceFirst("boundary=.*", "boundary=x");
            default -> {
                String address = origin == Origin.LOOPBACK ? "127.0.0.1:8080" : "example.test";
                yield field.value().replace("127.0.0.1:" + port, address).replace(".test:" + port, ".test");
            }
        };
    }
}
