package dev.stile.it.server;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import javax.net.ServerSocketFactory;

/** A server of bytes on a free port of 127.0.0.1. Each connection has a thread of its own, which no process waits for. */
public final class LoopbackServer implements AutoCloseable {
    private final ServerSocket server;
    private final Service service;

    /**
     * Starts it.
     *
     * @param service what it does with a connection, which it closes afterwards
     */
    public LoopbackServer(ServerSocketFactory sockets, Service service) {
        this.service = service;
        try {
            server = sockets.createServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        daemon(this::accept);
    }

    /** Its port. */
    public int port() {
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
        try (client) {
            service.serve(client);
        } catch (IOException | UncheckedIOException e) {
            // One side has left: the other sees its connection end.
        }
    }

    /** A connection to a port of 127.0.0.1. */
    public static Socket connect(int port) throws IOException {
        return new Socket(InetAddress.getLoopbackAddress(), port);
    }

    /** Passes on what comes from either, until one of them ends; then both are closed. */
    public static void join(Socket one, Socket other) {
        daemon(() -> pump(other, one));
        pump(one, other);
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
        Thread thread = new Thread(task, "loopback server");
        thread.setDaemon(true);
        thread.start();
    }

    /** What is done with a connection. */
    @FunctionalInterface
    public interface Service {
        /** Serves it to its end. */
        void serve(Socket client) throws IOException;
    }
}
