package dev.stile.it.war;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Sends bytes to a port of this host, whatever they are, and reads the answers. */
final class Wire {
    private static final int TIMEOUT_MILLIS = 20_000;

    private Wire() {}

    /**
     * The answers to requests that are sent one after another on one connection, without waiting for the first answer.
     *
     * @throws UncheckedIOException if one does not come in time, or is not HTTP
     */
    static List<WireResponse> exchange(int port, List<WireRequest> requests) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress("127.0.0.1", port), TIMEOUT_MILLIS);
            socket.setSoTimeout(TIMEOUT_MILLIS);
            for (WireRequest request : requests) {
                socket.getOutputStream().write(request.bytes());
            }
            InputStream in = new BufferedInputStream(socket.getInputStream());
            List<WireResponse> responses = new ArrayList<>();
            for (WireRequest request : requests) {
                responses.add(read(in, request.line()));
            }
            return responses;
        } catch (IOException e) {
            throw new UncheckedIOException("no answer to one of " + requests, e);
        }
    }

    static WireResponse read(InputStream in, String requestLine) throws IOException {
        String first = line(in);
        if (!first.matches("HTTP/1\\.[01] [1-5][0-9]{2}( .*)?")) {
            // HTTP/0.9 knows a body only; what it does not call an error counts as a success.
            byte[] rest = in.readAllBytes();
            return new WireResponse(200, List.of(), (first + "\n" + new String(rest, ISO_8859_1)).getBytes(ISO_8859_1));
        }
        List<Map.Entry<String, String>> headers = new ArrayList<>();
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            String[] header = line.split(":", 2);
            headers.add(Map.entry(header[0].toLowerCase(Locale.ROOT), header[1].strip()));
        }
        WireResponse head = new WireResponse(Integer.parseInt(first.substring(9, 12)), headers, new byte[0]);
        return new WireResponse(head.status(), headers, body(in, head, requestLine.startsWith("HEAD ")));
    }

    private static byte[] body(InputStream in, WireResponse head, boolean none) throws IOException {
        if (none) {
            // Whatever comes until the server closes would be wrong, and a test shall see it.
            return in.readAllBytes();
        }
        if (head.header("transfer-encoding").equals("chunked")) {
            return chunks(in);
        }
        // A server may wait for the rest of a request before it closes: where a length is told, no more is read.
        String length = head.header("content-length");
        return length.isEmpty() ? in.readAllBytes() : in.readNBytes(Integer.parseInt(length));
    }

    private static byte[] chunks(InputStream in) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (int length = chunkLength(in); length > 0; length = chunkLength(in)) {
            body.write(in.readNBytes(length));
            line(in);
        }
        return body.toByteArray();
    }

    private static int chunkLength(InputStream in) throws IOException {
        return Integer.parseInt(line(in), 16);
    }

    /** A line without its end; the last one may lack it. */
    private static String line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        int b = in.read();
        if (b < 0) {
            throw new EOFException("the server closed the connection");
        }
        for (; b >= 0 && b != '\n'; b = in.read()) {
            line.write(b);
        }
        return line.toString(ISO_8859_1).stripTrailing();
    }
}
