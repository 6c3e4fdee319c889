package dev.stile.servlet;

import jakarta.servlet.FilterConfig;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/** The init-params of a filter as options. */
final class InitParameters {
    private InitParameters() {}

    static Map<String, String> of(FilterConfig filter) {
        Map<String, String> options = new TreeMap<>();
        Collections.list(filter.getInitParameterNames())
                .forEach(name -> options.put(name, filter.getInitParameter(name)));
        return options;
    }
}
