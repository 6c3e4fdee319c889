package dev.stile.it.war.app;

import dev.stile.servlet.RequestCondition;
import jakarta.servlet.http.HttpServletRequest;

/** A condition of the application, found in WEB-INF/classes by ServiceLoader. */
public final class SignedIn implements RequestCondition {
    @Override
    public String name() {
        return "signed-in";
    }

    @Override
    public boolean holds(HttpServletRequest request) {
        String user = request.getHeader("X-User");
        if ("nobody".equals(user)) {
            throw new IllegalStateException("the application's own mistake");
        }
        return user != null;
    }
}
