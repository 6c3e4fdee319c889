package dev.stile.it.war;

import java.util.List;
import java.util.Map;

/**
 * One application in a running server.
 *
 * @param contextPath empty for the root
 */
record App(RunningServer server, String contextPath) implements AutoCloseable {

    /** The Host header that clients send. */
    String host() {
        return "127.0.0.1:" + server.port();
    }

    /** The answer to a request of any form. */
    WireResponse send(WireRequest request) {
        return Wire.exchange(server.port(), List.of(request)).get(0);
    }

    /** A request with its Host, to a path within the application. */
    WireRequest request(String method, String path, Map<String, String> headers) {
        return WireRequest.of(method, contextPath + path).with("Host", host()).with(headers);
    }

    /** Undeploys it. */
    @Override
    public void close() {
        server.undeploy(contextPath);
    }

    WireResponse get(String path, Map<String, String> headers) {
        return send(request("GET", path, headers));
    }
}
