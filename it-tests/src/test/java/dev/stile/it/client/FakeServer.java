package dev.stile.it.client;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Speaks just enough of the protocol to be visited: the one challenge of PROTOCOL §14 (8 bits, 2 rounds), and a grant for
 * the first redemption of any text. It verifies nothing; what a real server does is not tested with it.
 */
final class FakeServer implements AutoCloseable {

    private static final String OFFER = "{\"challenge\": \"" + Vectors.example().get("challenge")
            + "\", \"target\": \"/app/page\", \"redeem\": \"/app/.stile/redeem\", \"new\": [1]}";

    private final HttpServer server;
    private final ExecutorService threads = Executors.newFixedThreadPool(4);
    private final Set<String> redeemed = ConcurrentHashMap.newKeySet();
    private final Queue<String> refusals = new ConcurrentLinkedQueue<>();
    private final List<String> requests = new CopyOnWriteArrayList<>();

    FakeServer() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/app/page", exchange -> page(exchange, "application/problem+json; charset=utf-8"));
        server.createContext("/app/navigation", exchange -> page(exchange, "text/html"));
        server.createContext("/app/.stile/challenge", exchange -> answer(exchange, 200, "", "application/json", OFFER));
        server.createContext("/app/.stile/redeem", this::redeem);
        server.start();
    }

    URI application() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/app");
    }

    /** Refuses one redemption more for this reason. */
    void refuse(String reason) {
        refusals.add(reason);
    }

    /** Method, path and query, User-Agent and cookies of each request so far. */
    List<String> requests() {
        return List.copyOf(requests);
    }

    private void page(HttpExchange exchange, String challengeType) throws IOException {
        if (exchange.getRequestHeaders().containsKey("Cookie")) {
            answer(exchange, 200, "", "text/plain", "the page");
        } else {
            answer(exchange, 429, "challenge", challengeType, OFFER);
        }
    }

    private void redeem(HttpExchange exchange) throws IOException {
        String refusal = refusals.poll();
        boolean first = redeemed.add(exchange.getRequestHeaders().getFirst("Stile-Proof"));
        if (refusal != null || !first) {
            String reason = refusal == null ? "replayed" : refusal;
            answer(exchange, 403, "refuse", "application/problem+json", "{\"reason\": \"" + reason + "\"}");
            return;
        }
        exchange.getResponseHeaders().add("Set-Cookie", "stile-x=pass; Path=/; HttpOnly; SameSite=Lax; Max-Age=60");
        answer(exchange, 200, "grant", "application/json", "{\"level\": 1}");
    }

    private void answer(HttpExchange exchange, int status, String verdict, String type, String body)
            throws IOException {
        requests.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " "
                + exchange.getRequestHeaders().getFirst("User-Agent") + " "
                + exchange.getRequestHeaders().get("Cookie"));
        exchange.getResponseHeaders().set("Content-Type", type);
        if (!verdict.isEmpty()) {
            exchange.getResponseHeaders().set("Stile-Verdict", verdict);
        }
        byte[] bytes = body.getBytes(UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
