package dev.stile.servlet;

import jakarta.servlet.FilterConfig;
import jakarta.servlet.FilterRegistration;
import java.util.List;

/** Checks at the start that requests to the gate's own endpoints reach a filter of the application. */
final class FilterMappings {
    private FilterMappings() {}

    /**
     * Whether a filter's mappings cover the endpoints; true where the container tells of none. The API does not show
     * dispatcher types: a mapping without REQUEST goes unnoticed.
     */
    static boolean cover(FilterConfig filter, String endpointPath) {
        List<? extends FilterRegistration> registrations = StileFilters.of(filter.getServletContext());
        return registrations.isEmpty()
                || registrations.stream()
                        .flatMap(registration -> registration.getUrlPatternMappings().stream())
                        .anyMatch(pattern -> covers(pattern, endpointPath));
    }

    /** What to add to web.xml where they do not. */
    static String missingLine(FilterConfig filter, String endpointPath) {
        return "<filter-mapping><filter-name>" + filter.getFilterName() + "</filter-name><url-pattern>" + endpointPath
                + "/*</url-pattern></filter-mapping>";
    }

    /** Path patterns of Servlet 6.0 §12.2: only one that ends in a star covers more than one path. */
    static boolean covers(String pattern, String endpointPath) {
        if (!pattern.endsWith("/*")) {
            return false;
        }
        String tree = pattern.substring(0, pattern.length() - 1);
        return (endpointPath + "/").startsWith(tree);
    }
}
