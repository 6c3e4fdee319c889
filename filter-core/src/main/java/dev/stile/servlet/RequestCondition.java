package dev.stile.servlet;

import jakarta.servlet.http.HttpServletRequest;

/**
 * A condition that an application brings, for rules to name: whether somebody is logged in, for instance. Found by
 * {@link java.util.ServiceLoader} at the start. Safe for threads.
 */
public interface RequestCondition {
    /** The name under which rules ask for it: 1 to 40 letters, digits, dots, hyphens and underscores. */
    String name();

    /**
     * Whether it holds for a request. Asked on the request's thread and before the application sees the request, so it
     * must be quick, and must read neither body nor parameters. What it throws counts as false.
     */
    boolean holds(HttpServletRequest request);
}
