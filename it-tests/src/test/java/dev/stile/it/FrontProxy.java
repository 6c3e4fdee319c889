package dev.stile.it;

import dev.stile.it.server.SelfSigned;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.security.GeneralSecurityException;
import javax.net.ServerSocketFactory;

/** Another port of a server on 127.0.0.1: what comes is passed on byte by byte, and TLS ends here. */
final class FrontProxy implements AutoCloseable {
    private final ServerSocket server;
    private final int target;

    private FrontProxy(ServerSocketFactory sockets, int target) throws IOException {
        this.target = target;
        server = sockets.createServerSocket(0, 50, InetAddress.getLoopbackAddress());
        daemon(this::accept);
    }

    static FrontProxy plain(int target) {
        try {
            return new FrontProxy(ServerSocketFactory.getDefault(), target);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
        return server.getLocalPort();
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket client = server.accept();
                daemon(() -> serve(client));
            } catch (IOException e) {
                // Closed: the loop ends.
            }
        }
    }

    private void serve(Socket client) {
        try (client;
                Socket origin = new Socket(InetAddress.getLoopbackAddress(), target)) {
            daemon(() -> pump(origin, client));
            pump(client, origin);
        } catch (IOException e) {
            // One side has left: the other sees its connection end.
        }
    }

    private static void pump(Socket from, Socket to) {
        try (from;
                to;
                InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream()) {
            in.transferTo(out);
        } catch (IOException e) {
            // As above.
        }
    }

    private static void daemon(Runnable task) {
        Thread thread = new Thread(task, "front proxy");
        thread.setDaemon(true);
        thread.start();
    }
}
