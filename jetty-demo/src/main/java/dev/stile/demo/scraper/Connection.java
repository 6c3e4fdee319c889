package dev.stile.demo.scraper;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Speaks HTTP/1.1 from a source address of its choice, which {@link java.net.http.HttpClient} cannot before Java 19. Each
 * request has a connection of its own.
 *
 * @param source where requests come from
 * @param port where the demo is, on 127.0.0.1 and nowhere else
 */
record Connection(InetAddress source, int port) {

    private static final int TIMEOUT_MILLIS = 5_000;

    /**
     * Sends a request without a body and reads the answer.
     *
     * @param headers lines without their ends; Host, Connection and Content-Length are added
     */
    Answer send(String method, String path, List<String> headers) throws IOException {
        try (Socket socket = new Socket()) {
            socket.bind(new InetSocketAddress(source, 0));
            socket.setSoTimeout(TIMEOUT_MILLIS);
            socket.connect(new InetSocketAddress(Sources.SERVER, port), TIMEOUT_MILLIS);
            socket.getOutputStream().write(head(method, path, headers).getBytes(StandardCharsets.ISO_8859_1));
            return Answer.read(socket.getInputStream());
        }
    }

    private String head(String method, String path, List<String> headers) {
        StringBuilder head = new StringBuilder()
                .append(method)
                .append(' ')
                .append(path)
                .append(" HTTP/1.1\r\nHost: ")
                .append(Sources.SERVER.getHostAddress())
                .append(':')
                .append(port)
                .append("\r\nConnection: close\r\n");
        if (method.equals("POST")) {
            head.append("Content-Length: 0\r\n");
        }
        headers.forEach(line -> head.append(line).append("\r\n"));
        return head.append("\r\n").toString();
    }
}
