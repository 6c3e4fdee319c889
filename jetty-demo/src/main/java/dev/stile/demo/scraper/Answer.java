package dev.stile.demo.scraper;

import java.io.IOException;
import java.io.InputStream;
import java.net.ProtocolException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a server answered on a connection that it closes afterwards.
 *
 * @param headers by their names in lower case; of several with one name the last
 */
record Answer(int status, Map<String, String> headers, String body) {

    /** The longest page of the archive has 12 kB. */
    static final int MAX_BYTES = 256 * 1024;

    private static final Pattern STATUS_LINE = Pattern.compile("HTTP/1\\.1 [1-5][0-9]{2}( .*)?");
    private static final String END_OF_HEAD = "\r\n\r\n";

    Answer {
        headers = Map.copyOf(headers);
    }

    /**
     * Reads to the end of the connection.
     *
     * @throws IOException if the answer is longer than {@link #MAX_BYTES}, is cut off, or is not HTTP/1.1 as servers
     *     send it to clients that asked them to close
     */
    static Answer read(InputStream connection) throws IOException {
        byte[] bytes = connection.readNBytes(MAX_BYTES + 1);
        if (bytes.length > MAX_BYTES) {
            throw new ProtocolException("more than " + MAX_BYTES + " bytes");
        }
        // One byte, one character: lengths stay what they are.
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        int end = text.indexOf(END_OF_HEAD);
        String[] head = text.substring(0, Math.max(0, end)).split("\r\n");
        if (!STATUS_LINE.matcher(head[0]).matches()) {
            throw new ProtocolException("not an answer of HTTP/1.1");
        }
        Map<String, String> headers = headers(head);
        int status = Integer.parseInt(head[0].substring(9, 12));
        return new Answer(status, headers, body(headers, text.substring(end + END_OF_HEAD.length())));
    }

    private static Map<String, String> headers(String... head) throws ProtocolException {
        Map<String, String> headers = new HashMap<>();
        for (int line = 1; line < head.length; line++) {
            int colon = head[line].indexOf(':');
            if (colon < 1) {
                throw new ProtocolException("a header without a name");
            }
            headers.put(
                    head[line].substring(0, colon).toLowerCase(Locale.ROOT),
                    head[line].substring(colon + 1).strip());
        }
        return headers;
    }

    private static String body(Map<String, String> headers, String rest) throws ProtocolException {
        if (headers.containsKey("transfer-encoding")) {
            throw new ProtocolException("a body in parts, on a connection that closes");
        }
        String length = headers.getOrDefault("content-length", String.valueOf(rest.length()));
        if (!length.equals(String.valueOf(rest.length()))) {
            throw new ProtocolException("a body of " + rest.length() + " bytes instead of " + length);
        }
        return rest;
    }

    /** The value of a header, asked for in lower case. */
    Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    /** Whether the gate says that it decided this: {@code challenge}, {@code grant} or {@code refuse}. */
    boolean isVerdict(String verdict) {
        return header("stile-verdict").filter(verdict::equals).isPresent();
    }
}
