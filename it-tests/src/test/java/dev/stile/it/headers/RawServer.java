package dev.stile.it.headers;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BiFunction;
import javax.net.ServerSocketFactory;

/**
 * An HTTP/1.1 server on 127.0.0.1 that hands over each request as it was sent. Servlet containers and the JDK's server put names into one
 * case or lose their order.
 */
final class RawServer implements AutoCloseable {
    private final ServerSocket server;
    private final BiFunction<RawRequest, Integer, RawResponse> handler;
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "raw server");
        thread.setDaemon(true);
        return thread;
    });

    RawServer(ServerSocketFactory sockets, BiFunction<RawRequest, Integer, RawResponse> handler) {
        this.handler = handler;
        try {
            server = sockets.createServerSocket(0, 100, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        threads.execute(this::accept);
    }

    int port() {
        return server.getLocalPort();
    }

    @Override
    public void close() throws IOException {
        server.close();
        threads.shutdownNow();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                threads.execute(() -> serve(socket));
            } catch (IOException e) {
                // Closed: the loop ends.
            }
        }
    }

    private void serve(Socket socket) {
        try (socket;
                InputStream in = new BufferedInputStream(socket.getInputStream());
                OutputStream out = socket.getOutputStream()) {
            Optional<RawRequest> request = RawRequest.read(in);
            if (request.isPresent()) {
                out.write(handler.apply(request.get(), port()).bytes());
                out.flush();
            }
        } catch (IOException e) {
            // Browsers open connections that they don't use, and drop those of pages that they leave.
        }
    }
}
