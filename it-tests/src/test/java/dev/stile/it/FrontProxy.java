package dev.stile.it;

import dev.stile.it.server.LoopbackServer;
import dev.stile.it.server.SelfSigned;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.security.GeneralSecurityException;
import javax.net.ServerSocketFactory;

/** Another port of a server on 127.0.0.1: what comes is passed on byte by byte, and TLS ends here. */
final class FrontProxy implements AutoCloseable {
    private final LoopbackServer server;

    private FrontProxy(ServerSocketFactory sockets, int target) {
        server = new LoopbackServer(sockets, client -> {
            try (Socket origin = LoopbackServer.connect(target)) {
                LoopbackServer.join(client, origin);
            }
        });
    }

    static FrontProxy plain(int target) {
        return new FrontProxy(ServerSocketFactory.getDefault(), target);
    }

    /** Speaks TLS to browsers and plain http to the target, and tells it nothing of that. */
    static FrontProxy endingTls(int target) {
        try (SelfSigned key = new SelfSigned()) {
            return new FrontProxy(key.context().getServerSocketFactory(), target);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    int port() {
        return server.port();
    }

    @Override
    public void close() {
        server.close();
    }
}
