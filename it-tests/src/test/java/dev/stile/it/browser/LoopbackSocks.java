package dev.stile.it.browser;

import dev.stile.it.server.LoopbackServer;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import javax.net.ServerSocketFactory;

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

    private final LoopbackServer server = new LoopbackServer(ServerSocketFactory.getDefault(), LoopbackSocks::serve);

    int port() {
        return server.port();
    }

    @Override
    public void close() {
        server.close();
    }

    private static void serve(Socket client) throws IOException {
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
        try (Socket target = LoopbackServer.connect(port)) {
            out.write(new byte[] {VERSION, 0, 0, IPV4, 0, 0, 0, 0, 0, 0});
            LoopbackServer.join(client, target);
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
}
