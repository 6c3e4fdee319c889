package dev.stile.it.war.app;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import java.io.IOException;

/**
 * Lets each request wait and then come again as an ASYNC dispatch, as filters do that limit how many are served at
 * once.
 */
public final class QueueingFilter implements Filter {
    private static final String SEEN = QueueingFilter.class.getName();

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (request.getAttribute(SEEN) == null) {
            request.setAttribute(SEEN, true);
            request.startAsync().dispatch();
        } else {
            chain.doFilter(request, response);
        }
    }
}
