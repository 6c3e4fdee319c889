package dev.stile.demo.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The passes that a browser shows, told by their cookies' names. Pages take them away to show what happens then. */
final class Passes {
    private static final String NAME = "stile-";
    private static final String SECURE_NAME = "__Host-" + NAME;

    private Passes() {}

    static boolean areShown(HttpServletRequest request) {
        return !cookies(request).isEmpty();
    }

    /** Deletes them, which no script can, if a page of this site asks for it. */
    static void takeAway(HttpServletRequest request, HttpServletResponse response) {
        if (!Origin.isSender(request)) {
            return;
        }
        for (Cookie pass : cookies(request)) {
            Cookie gone = new Cookie(pass.getName(), "");
            gone.setPath("/");
            gone.setMaxAge(0);
            gone.setSecure(pass.getName().startsWith(SECURE_NAME));
            response.addCookie(gone);
        }
    }

    private static List<Cookie> cookies(HttpServletRequest request) {
        return Optional.ofNullable(request.getCookies()).stream()
                .flatMap(Arrays::stream)
                .filter(cookie ->
                        cookie.getName().startsWith(NAME) || cookie.getName().startsWith(SECURE_NAME))
                .toList();
    }
}
