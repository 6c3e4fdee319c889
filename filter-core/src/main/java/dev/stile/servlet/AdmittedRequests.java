package dev.stile.servlet;

import dev.stile.gate.Decision;
import dev.stile.gate.Gate;
import dev.stile.load.LoadMeter;
import dev.stile.request.RequestFacts;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Hands requests on to the application, measures its load by them, and tells the gate what they were answered with.
 * Safe for threads.
 */
final class AdmittedRequests {
    private final LoadMeter load;
    private final Gate gate;

    AdmittedRequests(LoadMeter load, Gate gate) {
        this.load = load;
        this.gate = gate;
    }

    void filter(
            HttpServletRequest request,
            HttpServletResponse response,
            FilterChain chain,
            RequestFacts facts,
            Decision decision)
            throws IOException, ServletException {
        long begun = load.begin();
        try {
            chain.doFilter(request, response);
        } finally {
            load.end(begun);
            settle(request, facts, decision, response);
        }
    }

    /** What a sub-resource really was, its content type says: of an asynchronous answer, once it is there. */
    private void settle(
            HttpServletRequest request, RequestFacts facts, Decision decision, HttpServletResponse response) {
        if (!facts.isSubResource()) {
            return;
        }
        Settlement settlement =
                new Settlement(() -> gate.settle(facts, decision, response.getStatus(), response.getContentType()));
        if (!request.isAsyncStarted() || !isHeard(settlement, request)) {
            settlement.settle();
        }
    }

    private static boolean isHeard(Settlement settlement, HttpServletRequest request) {
        try {
            request.getAsyncContext().addListener(settlement);
            return true;
        } catch (IllegalStateException e) {
            // It was completed or dispatched in the meantime.
            return false;
        }
    }

    /** Settles once the answer is complete. */
    private record Settlement(Runnable account) implements AsyncListener {
        void settle() {
            account.run();
        }

        @Override
        public void onComplete(AsyncEvent event) {
            settle();
        }

        @Override
        public void onTimeout(AsyncEvent event) {
            // It is completed next.
        }

        @Override
        public void onError(AsyncEvent event) {
            // It is completed next.
        }

        @Override
        public void onStartAsync(AsyncEvent event) {
            // Started anew, a context forgets its listeners.
            event.getAsyncContext().addListener(this);
        }
    }
}
