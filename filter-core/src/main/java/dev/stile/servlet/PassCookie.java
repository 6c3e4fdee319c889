package dev.stile.servlet;

import dev.stile.config.PassOptions;
import dev.stile.config.SecureCookie;
import dev.stile.protocol.Host;
import dev.stile.protocol.SignedPass;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;

/**
 * The cookie that carries a pass (PROTOCOL §12). The prefix {@code __Host-} makes browsers refuse it from anywhere but
 * this host over https (RFC 6265bis §4.1.3.2). Cookies do not tell ports apart (RFC 6265 §8.5), but passes do: so the
 * name holds the port, else two servers of one host would take each other's passes away. Safe for threads.
 */
final class PassCookie {
    private static final int MAX_PASSES = 16;

    private final PassOptions options;
    private final String tag;

    /**
     * @param tag T, which tells applications on one host apart
     */
    PassCookie(PassOptions options, String tag) {
        this.options = options;
        this.tag = tag;
    }

    boolean isSecure(HttpServletRequest request) {
        return options.secure() == SecureCookie.ALWAYS || request.isSecure();
    }

    /** The values of the first cookies that bear the name; most requests have none or one. */
    List<String> read(HttpServletRequest request, Host host) {
        Cookie[] cookies = request.getCookies();
        if (cookies == null) {
            return List.of();
        }
        String name = name(isSecure(request), host);
        List<String> passes = new ArrayList<>(1);
        for (Cookie cookie : cookies) {
            if (passes.size() < MAX_PASSES && cookie.getName().equals(name)) {
                passes.add(cookie.getValue());
            }
        }
        return passes;
    }

    Cookie of(SignedPass pass, boolean secure) {
        Cookie cookie = new Cookie(name(secure, pass.pass().host()), pass.token());
        cookie.setPath("/");
        cookie.setHttpOnly(true);
        cookie.setSecure(secure);
        cookie.setMaxAge((int) (pass.pass().expires() - pass.pass().issued()));
        cookie.setAttribute("SameSite", "Lax");
        return cookie;
    }

    private String name(boolean secure, Host host) {
        String name = (secure ? "__Host-stile-" : "stile-") + tag;
        return host.port().map(port -> name + "-" + port).orElse(name);
    }
}
