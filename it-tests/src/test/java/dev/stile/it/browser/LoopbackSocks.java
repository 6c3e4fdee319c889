package dev.stile.it.browser;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

/**
 * A SOCKS 5 server (RFC 1928, CONNECT only) that takes every name for 127.0.0.1. WebKitGTK has no setting that maps a host name, and through
 * SOCKS it sends exactly what it would send without.
 */
final class LoopbackSocks implements AutoCloseable {
    private static final int VERSION = 5;
    private static final int CONNECT = 1;
    private static final int IPV4 = 1;
    private static final int NAME = 3;
    private static final int IPV6 = 4;

    private final ServerSocket server;

    LoopbackSocks() {
        try {
            server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        daemon(this::accept);
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

    private static void serve(Socket client) {
        try (client) {
            DataInputStream in = new DataInputStream(client.getInputStream());
            OutputStream out = client.getOutputStream();
            in.readUnsignedByte();
            in.skipNBytes(in.readUnsignedByte());
            out.write(new byte[] {VERSION, 0});
            in.readUnsignedByte();
            int command = in.readUnsignedByte();
            in.readUnsignedByte();
            skipAddress(in);
            int port = in.readUnsignedShort();
            if (command != CONNECT) {
                return;
            }
            try (Socket target = new Socket(InetAddress.getLoopbackAddress(), port)) {
                out.write(new byte[] {VERSION, 0, 0, IPV4, 0, 0, 0, 0, 0, 0});
                daemon(() -> pump(target, client));
                pump(client, target);
            }
        } catch (IOException e) {
            // Nobody listens there, or one side has left: the other sees its connection end.
        }
    }

    private static void skipAddress(DataInputStream in) throws IOException {
        switch (in.readUnsignedByte()) {
            case IPV4 -> in.skipNBytes(4);
            case NAME -> in.skipNBytes(in.readUnsignedByte());
            case IPV6 -> in.skipNBytes(16);
            default -> throw new IOException("unknown kind of address");
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
        Thread thread = new Thread(task, "loopback socks");
        thread.setDaemon(true);
        thread.start();
    }
}
