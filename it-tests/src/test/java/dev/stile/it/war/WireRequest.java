package dev.stile.it.war;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A request byte by byte. Every character of its texts is one byte, so that tests can say what no client library would.
 *
 * @param line the request line, without its end
 * @param headers header lines in the order sent, without their ends
 */
record WireRequest(String line, List<String> headers, byte[] body) {

    public WireRequest {
        headers = List.copyOf(headers);
        body = body.clone();
    }

    static WireRequest of(String method, String target) {
        return ofLine(method + " " + target + " HTTP/1.1");
    }

    static WireRequest ofLine(String line) {
        return new WireRequest(line, List.of(), new byte[0]);
    }

    /** A text as the characters that stand for its bytes in UTF-8. */
    static String utf8(String text) {
        return new String(text.getBytes(UTF_8), ISO_8859_1);
    }

    WireRequest with(String name, String value) {
        List<String> more = new ArrayList<>(headers);
        more.add(name + ": " + value);
        return new WireRequest(line, more, body);
    }

    WireRequest with(Map<String, String> more) {
        WireRequest request = this;
        for (Map.Entry<String, String> header : more.entrySet()) {
            request = request.with(header.getKey(), header.getValue());
        }
        return request;
    }

    WireRequest withBody(String contentType, byte[] bytes) {
        return new WireRequest(line, headers, bytes)
                .with("Content-Type", contentType)
                .with("Content-Length", String.valueOf(bytes.length));
    }

    /** The request line, for messages. */
    @Override
    public String toString() {
        return line;
    }

    /** What is sent: unless told otherwise, the server is asked to close the connection after its answer. */
    byte[] bytes() {
        boolean told = headers.stream().anyMatch(header -> header.startsWith("Connection:"));
        String end = told ? "\r\n\r\n" : "\r\nConnection: close\r\n\r\n";
        String head = line + "\r\n" + String.join("\r\n", headers) + end;
        byte[] headBytes = head.getBytes(ISO_8859_1);
        byte[] bytes = new byte[headBytes.length + body.length];
        System.arraycopy(headBytes, 0, bytes, 0, headBytes.length);
        System.arraycopy(body, 0, bytes, headBytes.length, body.length);
        return bytes;
    }
}
