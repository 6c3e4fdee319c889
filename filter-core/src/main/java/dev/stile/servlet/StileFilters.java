package dev.stile.servlet;

import jakarta.servlet.FilterRegistration;
import jakarta.servlet.ServletContext;
import java.util.List;

/** Finds the filters of this kind that an application has registered. */
final class StileFilters {
    private StileFilters() {}

    static List<? extends FilterRegistration> of(ServletContext context) {
        return context.getFilterRegistrations().values().stream()
                .filter(registration -> StileFilter.class.getName().equals(registration.getClassName()))
                .toList();
    }
}
