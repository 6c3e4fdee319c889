package dev.stile.servlet;

import dev.stile.page.Answer;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Writes an answer. The status is set by {@code setStatus}, so that the application's error pages do not replace it.
 */
final class ServletResponder {
    private static final Logger LOG = System.getLogger("dev.stile");

    private final PassCookie cookie;

    ServletResponder(PassCookie cookie) {
        this.cookie = cookie;
    }

    /**
     * Writes an answer instead of what filters before this one may have begun. Where they have sent that, nothing is
     * added: it would have their status, and be taken for the application's own words.
     *
     * @param secure whether the pass is for encrypted connections only
     */
    void write(Answer answer, boolean secure, HttpServletResponse response) throws IOException {
        Optional<ServletOutputStream> body = begin(answer, secure, response);
        if (body.isPresent()) {
            for (byte[] piece : answer.pieces()) {
                body.get().write(piece);
            }
        }
    }

    /**
     * Sets everything of an answer but its body, which is to be written next.
     *
     * @return where to write it; nothing where a filter before this one has sent its response
     */
    Optional<ServletOutputStream> begin(Answer answer, boolean secure, HttpServletResponse response)
            throws IOException {
        if (response.isCommitted()) {
            LOG.log(
                    Level.WARNING,
                    "a filter before Stile has sent its response: the request is stopped without a word");
            return Optional.empty();
        }
        response.resetBuffer();
        ServletOutputStream body = body(response);
        response.setStatus(answer.status());
        answer.headers().forEach(response::setHeader);
        answer.pass().map(pass -> cookie.of(pass, secure)).ifPresent(response::addCookie);
        if (answer.lengthBytes() > 0) {
            response.setContentLength(answer.lengthBytes());
        }
        return Optional.of(body);
    }

    private static ServletOutputStream body(HttpServletResponse response) throws IOException {
        try {
            return response.getOutputStream();
        } catch (IllegalStateException e) {
            // A filter before this one has asked for the writer. Only a reset takes that back; the headers stay.
            Map<String, List<String>> headers = new LinkedHashMap<>();
            response.getHeaderNames().forEach(name -> headers.put(name, List.copyOf(response.getHeaders(name))));
            response.reset();
            headers.forEach((name, values) -> {
                response.setHeader(name, values.get(0));
                values.stream().skip(1).forEach(value -> response.addHeader(name, value));
            });
            return response.getOutputStream();
        }
    }
}
