package dev.stile.it.war;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.stile.it.client.Puzzle;
import dev.stile.it.client.Solver;
import dev.stile.it.client.WireChallenge;
import java.net.URLEncoder;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Somebody with cookies, who can work. The same cookies go to all applications of the host, as the pass's path says.
 */
final class Visitor {
    private final App app;
    private final Map<String, String> headers;
    private final Map<String, String> cookies;

    private Visitor(App app, Map<String, String> headers, Map<String, String> cookies) {
        this.app = app;
        this.headers = headers;
        this.cookies = cookies;
    }

    static Visitor of(App app) {
        return new Visitor(app, HeaderSets.FIREFOX, new TreeMap<>());
    }

    /** A visitor who has paid for a pass. */
    static Visitor withPass(App app) {
        Visitor visitor = of(app);
        WireResponse granted = visitor.redeem(visitor.proof());
        if (!granted.verdict().equals("grant")) {
            throw new AssertionError("no pass is granted: " + granted.status() + " " + granted.text());
        }
        return visitor;
    }

    /** The same visitor at another application. */
    Visitor at(App other) {
        return new Visitor(other, headers, cookies);
    }

    Map<String, String> cookies() {
        return cookies;
    }

    WireResponse get(String path) {
        return send(app.request("GET", path, headers));
    }

    /** Sends a request with the cookies that there are, and keeps those that come back. */
    WireResponse send(WireRequest request) {
        WireResponse response = app.send(cookies.isEmpty() ? request : request.with("Cookie", cookieHeader()));
        response.cookie().ifPresent(this::keep);
        return response;
    }

    String cookieHeader() {
        return cookies.entrySet().stream()
                .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
    }

    private void keep(String pair) {
        String[] cookie = pair.split("=", 2);
        cookies.put(cookie[0], cookie[1]);
    }

    /** Asks for a challenge outright (PROTOCOL §6) and finds a proof for it. */
    String proof() {
        String target = app.contextPath() + "/";
        WireResponse offer = get("/.stile/challenge?purpose=gate&target=" + URLEncoder.encode(target, UTF_8));
        return proof(offer);
    }

    /** A proof for the challenge that an answer holds. */
    static String proof(WireResponse offer) {
        WireChallenge challenge = WireChallenge.decode(offer.member("challenge"));
        return Solver.solve(Puzzle.draw(challenge, offer.member("target"))).text();
    }

    WireRequest redemption(String proof) {
        return app.request("POST", "/.stile/redeem", headers)
                .with("Content-Length", "0")
                .with("Stile-Proof", proof);
    }

    WireResponse redeem(String proof) {
        return send(redemption(proof));
    }
}
