package dev.stile.it;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.stile.it.server.LoopbackServer;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ServerSocketFactory;

/**
 * A shared cache before a server on 127.0.0.1. It keeps whatever RFC 9111 §3 lets it keep of answers to GET: all that say how long they
 * are fresh, and, as §4.2.2 allows for some statuses, those that don't. What it has, it gives to anybody (§4), but to requests
 * that want to know better. No entry ever gets too old.
 */
final class SharedCache implements AutoCloseable {
    private static final List<String> HEURISTIC =
            List.of("200", "203", "204", "300", "301", "308", "404", "405", "410", "414", "501");
    private static final Pattern FRESHNESS = Pattern.compile("public|(s-maxage|max-age)=[1-9]");
    private static final Pattern FORBIDDEN = Pattern.compile("no-store|private|no-cache");

    private final Map<String, byte[]> kept = new ConcurrentHashMap<>();
    private final Map<String, List<String>> vary = new ConcurrentHashMap<>();
    private final int target;
    private final LoopbackServer server;

    SharedCache(int target) {
        this.target = target;
        this.server = new LoopbackServer(ServerSocketFactory.getDefault(), this::serve);
    }

    int port() {
        return server.port();
    }

    /** The request lines, without their version, whose answers it keeps. */
    List<String> keptRequests() {
        return List.copyOf(vary.keySet());
    }

    @Override
    public void close() {
        server.close();
    }

    /**
     * One request, for the connection ends with its answer. No request of these tests has a body. Browsers open connections
     * that they don't use, and drop those of pages that they leave.
     */
    private void serve(Socket client) throws IOException {
        Head request = Head.read(new BufferedInputStream(client.getInputStream()));
        byte[] answer = fromCache(request).orElseGet(() -> fromOrigin(request));
        client.getOutputStream().write(answer);
    }

    private Optional<byte[]> fromCache(Head request) {
        List<String> names = vary.get(request.key());
        boolean wantsBetter = request.value("cache-control").matches(".*(no-cache|no-store|max-age=0).*");
        return names == null || wantsBetter ? Optional.empty() : Optional.ofNullable(kept.get(request.key(names)));
    }

    private byte[] fromOrigin(Head request) {
        try (Socket origin = LoopbackServer.connect(target)) {
            origin.getOutputStream().write(request.toOrigin());
            byte[] answer = origin.getInputStream().readAllBytes();
            Head head = Head.read(new ByteArrayInputStream(answer));
            if (request.text().startsWith("GET ") && mayKeep(head)) {
                List<String> names =
                        List.of(head.value("vary").toLowerCase(Locale.ROOT).split("[, ]+"));
                kept.put(request.key(names), answer);
                vary.put(request.key(), names);
            }
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean mayKeep(Head answer) {
        String control = answer.value("cache-control").toLowerCase(Locale.ROOT);
        boolean fresh =
                FRESHNESS.matcher(control).find() || !answer.value("expires").isEmpty();
        return !FORBIDDEN.matcher(control).find()
                && !answer.value("vary").equals("*")
                && (fresh || HEURISTIC.contains(answer.text().split(" ", 3)[1]));
    }

    /** The first lines of a message, up to the empty one. */
    private record Head(String text) {
        static Head read(InputStream in) throws IOException {
            ByteArrayOutputStream head = new ByteArrayOutputStream();
            for (int b = in.read(); b >= 0; b = in.read()) {
                head.write(b);
                String text = head.toString(ISO_8859_1);
                if (text.endsWith("\r\n\r\n")) {
                    return new Head(text);
                }
            }
            throw new IOException("the connection ended within a head");
        }

        /** The value of the first header of a name; empty if there is none. */
        String value(String name) {
            Matcher line = Pattern.compile("(?im)^" + name + ": *(.*?)\\r?$").matcher(text);
            return line.find() ? line.group(1) : "";
        }

        String key() {
            return text.substring(0, text.indexOf(" HTTP/")) + " " + value("host");
        }

        String key(List<String> names) {
            StringBuilder key = new StringBuilder(key());
            names.stream()
                    .filter(name -> !name.isEmpty())
                    .forEach(name -> key.append('\n').append(value(name)));
            return key.toString();
        }

        byte[] toOrigin() {
            String closing = text.replaceAll("(?im)^(connection|keep-alive):.*\\r\\n", "");
            return (closing.substring(0, closing.length() - 2) + "Connection: close\r\n\r\n").getBytes(ISO_8859_1);
        }
    }
}
