package dev.stile.bench.jvm;

import dev.stile.protocol.BrowserFamily;
import dev.stile.protocol.PassIssuer;
import dev.stile.protocol.VerifiedProof;
import dev.stile.request.ApplicationFacts;
import dev.stile.request.ClientAddress;
import dev.stile.request.Endpoint;
import dev.stile.request.Headers;
import dev.stile.request.RequestFacts;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/**
 * Visitors who open a hundred pages each, a hundred visitors at a time: so no pass is used up, and nobody is asked for
 * opening too many. Each has a browser, a network and a pass of their own. Facts are made anew for each request, as the
 * filter does; what that costs is measured by itself. Safe for threads.
 */
final class Visitors {
    /** How many there are; when each has had their turn, the first come again. */
    static final int COUNT = 1_000 * Browsers.COUNT;

    private static final int PAGES = 100;

    private final Browsers browsers = new Browsers();
    private final ClientAddress[] addresses =
            IntStream.range(0, COUNT).mapToObj(Networks::address).toArray(ClientAddress[]::new);
    private final byte[][] passes;
    private final AtomicInteger groups = new AtomicInteger();

    Visitors(Server server) {
        long now = server.now();
        PassIssuer issuer = server.passes();
        VerifiedProof proof = server.proof(addresses[0].network());
        passes = IntStream.range(0, COUNT)
                .mapToObj(n -> issuer.issue(proof, BrowserFamily.CHROMIUM, addresses[n].network(), now)
                        .token()
                        .getBytes(StandardCharsets.US_ASCII))
                .toArray(byte[][]::new);
    }

    /** The first of a hundred visitors whose turn it is. */
    int nextGroup() {
        return (groups.getAndIncrement() & Integer.MAX_VALUE) % (COUNT / Browsers.COUNT) * Browsers.COUNT;
    }

    /** How many requests the visitors of a group make together. */
    static int requestsOfAGroup() {
        return Browsers.COUNT * PAGES;
    }

    /** A browser without a pass. */
    RequestFacts withoutPass(int visitor) {
        return facts(visitor, browsers.browser(visitor % Browsers.COUNT), List.of());
    }

    /** A browser with a pass. */
    RequestFacts withPass(int visitor) {
        String pass = new String(passes[visitor], StandardCharsets.US_ASCII);
        return facts(visitor, browsers.browser(visitor % Browsers.COUNT), List.of(pass));
    }

    /** A program without a pass that gives itself out as a browser. */
    RequestFacts program(int visitor) {
        return facts(visitor, browsers.program(visitor % Browsers.COUNT), List.of());
    }

    private RequestFacts facts(int visitor, Headers headers, List<String> shown) {
        return new RequestFacts(
                Endpoint.PAGE,
                "GET",
                "/articles/2026/stile",
                "page=2",
                Server.TARGET,
                Server.HOST,
                true,
                addresses[visitor],
                headers,
                shown,
                ApplicationFacts.NONE);
    }
}
