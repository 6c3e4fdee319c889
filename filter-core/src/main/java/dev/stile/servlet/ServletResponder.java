package dev.stile.servlet;

import dev.stile.page.Answer;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Writes an answer. The status is set by {@code setStatus}, so that the application's error pages do not replace it.
 */
final class ServletResponder {
    private final PassCookie cookie;

    ServletResponder(PassCookie cookie) {
        this.cookie = cookie;
    }

    /**
     * @param secure whether the pass is for encrypted connections only
     */
    void write(Answer answer, boolean secure, HttpServletResponse response) throws IOException {
        response.setStatus(answer.status());
        answer.headers().forEach(response::setHeader);
        answer.pass().map(pass -> cookie.of(pass, secure)).ifPresent(response::addCookie);
        response.setContentLength(answer.body().length);
        response.getOutputStream().write(answer.body());
    }
}
