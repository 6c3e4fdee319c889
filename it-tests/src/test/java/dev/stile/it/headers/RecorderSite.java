package dev.stile.it.headers;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Objects;
import java.util.Set;

/** The pages of a recording, and something fitting for each kind of request they make: {@code /kind/name}. */
final class RecorderSite {
    private static final Set<String> FILES = Set.of(
            "hub.html",
            "plain.html",
            "parts.html",
            "parts.js",
            "other-site.html",
            "other-site.js",
            "speculation.html",
            "with-service-worker.html",
            "with-service-worker.js");

    private static final String SILENT_STYLE = """
            @import "/style/import";
            @font-face { font-family: recorded; src: url("/font/face") }
            p { background: url("/image/background") }
            """;

    private final Recording recording;

    /** @param recording hears every request */
    RecorderSite(Recording recording) {
        this.recording = recording;
    }

    RawResponse answer(RawRequest request, int port) {
        recording.add(request, port);
        if (request.method().equals("OPTIONS")) {
            return shared(RawResponse.empty(204));
        }
        String file = request.path().substring(1);
        if (FILES.contains(file)) {
            return page(file, request, port);
        }
        if (file.equals("redirect")) {
            return RawResponse.empty(302, "Location: " + request.target().substring("/redirect?to=".length()));
        }
        return shared(answer(file.split("/")[0], request));
    }

    private RawResponse page(String file, RawRequest request, int port) {
        boolean otherSite = request.first("Host").orElse("").startsWith("other");
        String text = resource(file)
                .replace("${base}", recording.origin().url(port))
                .replace("${prefix}", otherSite ? "other-site-" : "");
        RawResponse response = RawResponse.of(
                file.endsWith(".js") ? "text/javascript" : "text/html; charset=utf-8", text, "Cache-Control: no-store");
        return file.equals("parts.html")
                ? response.with("Content-Security-Policy-Report-Only: object-src 'none'; report-uri /report/csp")
                : response;
    }

    private static RawResponse answer(String kind, RawRequest request) {
        return switch (kind) {
            case "navigation", "frame", "object", "embed", "prefetch", "prerender" ->
                RawResponse.of(
                        "text/html; charset=utf-8",
                        "<!doctype html><title>" + request.path() + "</title><link rel=icon href=data:,>",
                        "Cache-Control: no-store");
            case "style" -> RawResponse.of("text/css", request.path().endsWith("/link") ? SILENT_STYLE : "");
            case "script" ->
                RawResponse.of(
                        "text/javascript", request.path().endsWith("/module") ? "import '/script/module-import';" : "");
            case "worker" ->
                RawResponse.of(
                        "text/javascript",
                        request.path().endsWith("/classic")
                                ? "importScripts('/script/import-scripts'); fetch('/fetch/from-worker');"
                                : "fetch('/fetch/from-other-worker');");
            case "worklet" -> RawResponse.of("text/javascript", "");
            case "service-worker" ->
                RawResponse.of("text/javascript", resource("service-worker.js"), "Service-Worker-Allowed: /");
            case "image", "favicon.ico" ->
                RawResponse.of("image/svg+xml", "<svg xmlns='http://www.w3.org/2000/svg' width='1' height='1'/>");
            case "media" -> media(request);
            case "track" -> RawResponse.of("text/vtt", "WEBVTT\n");
            case "manifest" -> RawResponse.of("application/manifest+json", "{\"name\":\"recorder\"}");
            case "eventsource" -> RawResponse.of("text/event-stream", "retry: 100000\ndata: x\n\n");
            case "websocket" -> upgrade(request);
            case "download", "beacon", "ping", "report" -> RawResponse.empty(204);
            default -> RawResponse.of("application/json", "{}");
        };
    }

    /** Another site may have it: the recording wants the request itself, not only its preflight. */
    private static RawResponse shared(RawResponse response) {
        return response.with("Access-Control-Allow-Origin: *")
                .with("Access-Control-Allow-Headers: *")
                .with("Access-Control-Allow-Methods: *");
    }

    private static RawResponse media(RawRequest request) {
        byte[] wave = silence();
        RawResponse whole = RawResponse.of("audio/wav", wave, "Accept-Ranges: bytes");
        return request.first("Range").isEmpty()
                ? whole
                : new RawResponse(206, whole.fields(), wave)
                        .with("Content-Range: bytes 0-" + (wave.length - 1) + "/" + wave.length);
    }

    /** A second of nothing: RIFF WAVE, PCM, one channel, 8 bits, 8,000 samples a second. */
    private static byte[] silence() {
        int samples = 8_000;
        ByteBuffer wave = ByteBuffer.allocate(44 + samples).order(ByteOrder.LITTLE_ENDIAN);
        wave.put(ascii("RIFF")).putInt(36 + samples).put(ascii("WAVEfmt ")).putInt(16);
        wave.putShort((short) 1).putShort((short) 1).putInt(samples).putInt(samples);
        wave.putShort((short) 1).putShort((short) 8);
        wave.put(ascii("data")).putInt(samples);
        while (wave.hasRemaining()) {
            wave.put((byte) 128);
        }
        return wave.array();
    }

    /** RFC 6455, section 4.2.2. */
    private static RawResponse upgrade(RawRequest request) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-1")
                    .digest(ascii(
                            request.first("Sec-WebSocket-Key").orElse("") + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11"));
            return RawResponse.empty(
                    101,
                    "Upgrade: websocket",
                    "Connection: Upgrade",
                    "Sec-WebSocket-Accept: " + Base64.getEncoder().encodeToString(digest));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static String resource(String name) {
        try (InputStream in = Objects.requireNonNull(RecorderSite.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
