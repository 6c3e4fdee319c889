package dev.stile.servlet;

import dev.stile.page.Answer;
import dev.stile.request.SentForm;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.ServletResponseWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Function;

/**
 * How a request with a form is answered, once it is known what became of that.
 *
 * @param secure whether the client's connection is encrypted
 * @param answers the answer, by what became of the form
 */
record FormReply(
        ServletResponder responder, HttpServletResponse response, boolean secure, Function<SentForm, Answer> answers) {

    boolean isCommitted() {
        return response.isCommitted();
    }

    /** Writes the answer. */
    void send(SentForm form) throws IOException {
        responder.write(answers.apply(form), secure, response);
    }

    /** Writes the answer to a request of which some is unread: what else comes must not be taken for the next one. */
    void sendAsTheLast(SentForm form) throws IOException {
        if (!response.isCommitted()) {
            response.setHeader("Connection", "close");
        }
        send(form);
    }

    /** For a request that cannot be read, such as one with broken chunks: the container would say 200 of what was stopped. */
    void sendNothing() {
        if (!response.isCommitted()) {
            response.setHeader("Connection", "close");
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
        }
    }

    /**
     * Whether the answer can be written as the client takes it. Wrappers of the application often cannot be written to so.
     */
    boolean canTakeItsTime() {
        return !(response instanceof ServletResponseWrapper);
    }

    Answer answer(SentForm form) {
        return answers.apply(form);
    }

    /** Sets everything of an answer but its body, as {@link ServletResponder#begin} does. */
    Optional<ServletOutputStream> begin(Answer answer) throws IOException {
        return responder.begin(answer, secure, response);
    }
}
