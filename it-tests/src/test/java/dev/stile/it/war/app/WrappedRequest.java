package dev.stile.it.war.app;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;

/**
 * Adds a header and hides another, as wrappers that translate a proxy's headers do; what it hides it answers with
 * null.
 */
public final class WrappedRequest extends HttpServletRequestWrapper {
    public WrappedRequest(HttpServletRequest request) {
        super(request);
    }

    @Override
    public String getHeader(String name) {
        if (name.equalsIgnoreCase("X-Added")) {
            return "by the wrapper";
        }
        return isHidden(name) ? null : super.getHeader(name);
    }

    @Override
    public Enumeration<String> getHeaders(String name) {
        if (name.equalsIgnoreCase("X-Added")) {
            return Collections.enumeration(List.of("by the wrapper"));
        }
        return isHidden(name) ? null : super.getHeaders(name);
    }

    @Override
    public Enumeration<String> getHeaderNames() {
        List<String> names = Collections.list(super.getHeaderNames());
        names.removeIf(WrappedRequest::isHidden);
        names.add("X-Added");
        return Collections.enumeration(names);
    }

    private static boolean isHidden(String name) {
        return name.equalsIgnoreCase("Sec-Fetch-Site") || name.equalsIgnoreCase("Origin");
    }
}
