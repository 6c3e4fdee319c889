package dev.stile.it.headers;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** An HTTP/1.1 response, after which the connection is closed. */
record RawResponse(int status, List<String> fields, byte[] body) {
    static RawResponse of(String contentType, String body, String... fields) {
        return of(contentType, body.getBytes(StandardCharsets.UTF_8), fields);
    }

    static RawResponse of(String contentType, byte[] body, String... fields) {
        return new RawResponse(200, List.of(fields), body).with("Content-Type: " + contentType);
    }

    static RawResponse empty(int status, String... fields) {
        return new RawResponse(status, List.of(fields), new byte[0]);
    }

    RawResponse with(String field) {
        List<String> more = new ArrayList<>(fields);
        more.add(field);
        return new RawResponse(status, more, body);
    }

    byte[] bytes() {
        StringBuilder head = new StringBuilder("HTTP/1.1 " + status + " -\r\n");
        fields.forEach(field -> head.append(field).append("\r\n"));
        if (status != 101 && status != 204) {
            head.append("Content-Length: ").append(body.length).append("\r\n");
        }
        if (status != 101) {
            head.append("Connection: close\r\n");
        }
        head.append("\r\n");
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(head.toString().getBytes(StandardCharsets.ISO_8859_1));
        all.writeBytes(body);
        return all.toByteArray();
    }
}
