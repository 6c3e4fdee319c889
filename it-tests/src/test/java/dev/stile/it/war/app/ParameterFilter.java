package dev.stile.it.war.app;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import java.io.IOException;

/** Looks for a parameter, as filters do that set an encoding or a locale: a form's body is read then. */
public final class ParameterFilter implements Filter {
    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        request.setAttribute(ParameterFilter.class.getName(), String.valueOf(request.getParameter("lang")));
        chain.doFilter(request, response);
    }
}
