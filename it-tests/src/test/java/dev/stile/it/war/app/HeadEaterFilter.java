package dev.stile.it.war.app;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import java.io.IOException;

/** Reads the first byte of every body, and keeps it. */
public final class HeadEaterFilter implements Filter {
    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        request.setAttribute(
                HeadEaterFilter.class.getName(), request.getInputStream().read());
        chain.doFilter(request, response);
    }
}
