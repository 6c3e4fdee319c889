package dev.stile.servlet;

import jakarta.servlet.FilterConfig;
import jakarta.servlet.ServletException;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The init-params of an application's filters as options. */
final class InitParameters {
    private InitParameters() {}

    /**
     * The options of the one gate that all filters of the application share. Containers start filters in an order of
     * their own, so the filter that happens to be first speaks for all.
     *
     * @throws ServletException if filters that have init-params differ in them
     */
    static Map<String, String> ofAllFilters(FilterConfig filter) throws ServletException {
        Set<Map<String, String>> given = new LinkedHashSet<>();
        given.add(of(filter));
        StileFilters.of(filter.getServletContext())
                .forEach(registration -> given.add(new TreeMap<>(registration.getInitParameters())));
        given.remove(Map.of());
        if (given.size() > 1) {
            throw new ServletException("Stile does not start: all filters of an application share one gate, but they"
                    + " have different init-params; give all the same, or all but one none");
        }
        return given.stream().findFirst().orElse(Map.of());
    }

    private static Map<String, String> of(FilterConfig filter) {
        Map<String, String> options = new TreeMap<>();
        Collections.list(filter.getInitParameterNames())
                .forEach(name -> options.put(name, filter.getInitParameter(name)));
        return options;
    }
}
