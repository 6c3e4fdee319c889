package dev.stile.servlet;

import dev.stile.request.ApplicationFacts;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;

/** Asks a servlet request what its container and application know. Creates no session. For one thread. */
final class ServletApplicationFacts implements ApplicationFacts {
    private final HttpServletRequest request;
    private final RequestConditions conditions;

    ServletApplicationFacts(HttpServletRequest request, RequestConditions conditions) {
        this.request = request;
        this.conditions = conditions;
    }

    @Override
    public boolean hasCookie(String name) {
        Cookie[] cookies = request.getCookies();
        return cookies != null
                && Arrays.stream(cookies).anyMatch(cookie -> cookie.getName().equals(name));
    }

    @Override
    public boolean hasSession() {
        return request.isRequestedSessionIdValid();
    }

    @Override
    public boolean holds(String condition) {
        return conditions.holds(condition, request);
    }
}
