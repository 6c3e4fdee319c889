package dev.stile.it.browser;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiConsumer;
import org.openqa.selenium.json.Json;

/** A connection that speaks WebDriver BiDi (W3C): commands are answered by their id, events go to a listener. */
final class Bidi implements AutoCloseable {
    private static final int PATIENCE_SECONDS = 40;

    private final Json json = new Json();
    private final AtomicLong ids = new AtomicLong();
    private final Map<Long, CompletableFuture<Map<String, Object>>> pending = new ConcurrentHashMap<>();
    private final BiConsumer<String, Map<String, Object>> events;
    private final WebSocket socket;

    /** Connects; {@code events} is called with each event's method and parameters, on the connection's thread. */
    Bidi(URI endpoint, BiConsumer<String, Map<String, Object>> events) {
        this.events = events;
        socket = await(
                "connect to " + endpoint,
                HttpClient.newHttpClient().newWebSocketBuilder().buildAsync(endpoint, new Receiver()));
    }

    /** Sends a command and waits for its result. */
    Map<String, Object> send(String method, Map<String, ?> parameters) {
        long id = ids.incrementAndGet();
        CompletableFuture<Map<String, Object>> answer = new CompletableFuture<>();
        pending.put(id, answer);
        await(method, socket.sendText(json.toJson(Map.of("id", id, "method", method, "params", parameters)), true));
        Map<String, Object> message = await(method, answer);
        if (!"success".equals(message.get("type"))) {
            throw new IllegalStateException(method + ": " + message.get("error") + ": " + message.get("message"));
        }
        return map(message.get("result"));
    }

    @Override
    public void close() {
        socket.abort();
    }

    /** A JSON object as Selenium's reader leaves it. */
    @SuppressWarnings("unchecked")
    static Map<String, Object> map(Object value) {
        return (Map<String, Object>) value;
    }

    private static <T> T await(String what, CompletableFuture<T> future) {
        try {
            return future.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(what, e);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException(what, e);
        }
    }

    private void receive(Map<String, Object> message) {
        if (message.get("id") instanceof Number id) {
            CompletableFuture<Map<String, Object>> answer = pending.remove(id.longValue());
            if (answer != null) {
                answer.complete(message);
            }
        } else if ("event".equals(message.get("type"))) {
            events.accept(String.valueOf(message.get("method")), map(message.get("params")));
        }
    }

    private final class Receiver implements WebSocket.Listener {
        private final StringBuilder text = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket webSocket, CharSequence part, boolean last) {
            text.append(part);
            if (last) {
                Map<String, Object> message = json.toType(text.toString(), Json.MAP_TYPE);
                text.setLength(0);
                receive(message);
            }
            webSocket.request(1);
            return CompletableFuture.completedStage(null);
        }

        @Override
        public CompletionStage<?> onClose(WebSocket webSocket, int code, String reason) {
            end(new IllegalStateException("the browser has closed the connection"));
            return CompletableFuture.completedStage(null);
        }

        @Override
        public void onError(WebSocket webSocket, Throwable problem) {
            end(problem);
        }

        private void end(Throwable problem) {
            pending.values().forEach(answer -> answer.completeExceptionally(problem));
        }
    }
}
