package dev.stile.servlet;

import dev.stile.page.Answer;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Iterator;
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
     * Begins to write an answer of an asynchronous request as {@link #write} does, and goes on whenever the client takes
     * more, so that a slow one holds no thread.
     *
     * @param done is run once all is written or cannot be; not where this throws
     */
    void writeWithoutWaiting(Answer answer, boolean secure, HttpServletResponse response, Runnable done)
            throws IOException {
        Optional<ServletOutputStream> body = begin(answer, secure, response);
        if (body.isPresent()) {
            body.get().setWriteListener(new Pieces(body.get(), answer.pieces().iterator(), done));
        } else {
            done.run();
        }
    }

    private Optional<ServletOutputStream> begin(Answer answer, boolean secure, HttpServletResponse response)
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

    /** Writes piece after piece. */
    private record Pieces(ServletOutputStream body, Iterator<byte[]> pieces, Runnable done) implements WriteListener {
        @Override
        public void onWritePossible() throws IOException {
            while (body.isReady()) {
                if (!pieces.hasNext()) {
                    done.run();
                    return;
                }
                body.write(pieces.next());
            }
        }

        @Override
        public void onError(Throwable failure) {
            // The client is gone.
            done.run();
        }
    }
}
