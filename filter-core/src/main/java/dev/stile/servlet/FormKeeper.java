package dev.stile.servlet;

import dev.stile.config.FormOptions;
import dev.stile.gate.FormIntake;
import dev.stile.network.CidrBlock;
import dev.stile.request.SentForm.NotKept;
import dev.stile.request.SentForm.Reason;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletRequestWrapper;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Duration;

/**
 * Reads the bodies of challenged forms into their pages. No thread waits for a body, nor for who takes the page (A16):
 * the container calls when there is something to do, and ends what takes too long. What is not kept is read all the
 * same, for a browser looks at no answer before it has sent its request. Safe for threads.
 */
final class FormKeeper {
    private final int limitBytes;
    private final Duration deadline;
    private final FormMemory memory;

    FormKeeper(FormOptions options, FormMemory memory) {
        this.limitBytes = options.limitBytes();
        this.deadline = options.deadline();
        this.memory = memory;
    }

    /**
     * Reads a body and answers, now or later. Where the application's filters do not support that, the body is left
     * alone.
     *
     * @param network whose share of the memory it takes
     */
    void answer(HttpServletRequest request, FormIntake.Awaited awaited, CidrBlock network, FormReply reply)
            throws IOException {
        if (reply.isCommitted() || !request.isAsyncSupported() || request.isAsyncStarted()) {
            reply.send(new NotKept(Reason.UNKEPT));
            return;
        }
        AsyncContext context = request.startAsync();
        context.setTimeout(deadline.toMillis());
        new FormExchange(context, new ArrivingForm(awaited, limitBytes, memory, network), reply).begin(bare(request));
    }

    /**
     * The container's own request. Wrappers of the application often cannot be read without waiting, and some say that
     * they can; where one has read the body, the container has none left, and that shows.
     */
    private static ServletRequest bare(ServletRequest request) {
        ServletRequest bare = request;
        while (bare instanceof ServletRequestWrapper wrapper) {
            bare = wrapper.getRequest();
        }
        return bare;
    }
}
