package dev.stile.it.war.app;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import java.io.IOException;

/** Commits the response before anybody else has a say. */
public final class FlushingFilter implements Filter {
    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        response.setContentType("text/plain");
        response.getOutputStream().write("BEGUN;".getBytes("US-ASCII"));
        response.flushBuffer();
        chain.doFilter(request, response);
    }
}
