package dev.stile.servlet;

import dev.stile.page.Answer;
import dev.stile.request.SentForm;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.WriteListener;
import java.io.IOException;
import java.util.Collections;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/**
 * One body and the answer to it. The container calls, one call after another; its deadline may come between. It is
 * answered once, and completed whatever happens: never dispatched, so that it does not meet the filters again.
 */
final class FormExchange implements ReadListener, WriteListener, AsyncListener {
    /** A browser that sends more sees its connection end. */
    static final int MOST_READ_BYTES = 64 << 20;

    private final AsyncContext context;
    private final ArrivingForm form;
    private final FormReply reply;
    private @Nullable ServletInputStream body;
    private @Nullable ServletOutputStream out;
    private Iterator<byte[]> page = Collections.emptyIterator();
    private boolean answered;

    FormExchange(AsyncContext context, ArrivingForm form, FormReply reply) {
        this.context = context;
        this.form = form;
        this.reply = reply;
    }

    synchronized void begin(ServletRequest request) throws IOException {
        context.addListener(this);
        try {
            body = request.getInputStream();
            body.setReadListener(this);
        } catch (IllegalStateException e) {
            // A filter before this one has read it, through a reader or a listener of its own.
            giveUp();
        }
    }

    @Override
    public synchronized void onDataAvailable() throws IOException {
        while (body != null && !answered && body.isReady()) {
            if (form.readFrom(body) < 0) {
                return;
            }
            if (form.receivedBytes() > MOST_READ_BYTES) {
                giveUp();
            }
        }
    }

    @Override
    public synchronized void onAllDataRead() throws IOException {
        if (!answered) {
            answered = true;
            SentForm sent = form.atItsEnd();
            if (sent instanceof SentForm.Kept && reply.canTakeItsTime()) {
                sendAsItIsTaken(sent);
            } else {
                reply.send(sent);
                complete();
            }
        }
    }

    /** A page with a form is more than a container takes at once: who takes it slowly shall hold no thread. */
    private void sendAsItIsTaken(SentForm sent) throws IOException {
        Answer answer = reply.answer(sent);
        out = reply.begin(answer).orElse(null);
        if (out == null) {
            complete();
            return;
        }
        page = answer.pieces().iterator();
        out.setWriteListener(this);
    }

    @Override
    public synchronized void onWritePossible() throws IOException {
        while (out != null && out.isReady()) {
            if (!page.hasNext()) {
                complete();
                return;
            }
            out.write(page.next());
        }
    }

    /** The client is gone, or sends what cannot be read: there is nobody to answer. Both listeners have this method. */
    @Override
    public synchronized void onError(Throwable failure) {
        if (!answered) {
            reply.sendNothing();
        }
        end();
    }

    @Override
    public synchronized void onTimeout(AsyncEvent event) throws IOException {
        giveUp();
    }

    @Override
    public void onError(AsyncEvent event) {
        end();
    }

    @Override
    public void onComplete(AsyncEvent event) {
        end();
    }

    @Override
    public void onStartAsync(AsyncEvent event) {
        // It is dispatched nowhere, so nobody can.
    }

    /** Answers without the rest of the body; where a page is on its way already, that ends here. */
    private void giveUp() throws IOException {
        if (!answered) {
            answered = true;
            reply.sendAsTheLast(form.unended());
        }
        end();
    }

    /** Lets go of everything: a container may complete what nobody takes much later, if a write is pending. */
    private synchronized void end() {
        answered = true;
        page = Collections.emptyIterator();
        form.release();
        complete();
    }

    private void complete() {
        try {
            context.complete();
        } catch (IllegalStateException e) {
            // The container has done so.
        }
    }
}
