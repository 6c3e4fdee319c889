package dev.stile.demo.scraper;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.UnknownHostException;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Where a run's requests come from: 127.1.0.1, 127.1.0.2 and so on. Linux and Windows have all of 127.0.0.0/8 on the
 * loopback interface; macOS has 127.0.0.1 alone, from which then everything comes.
 *
 * @param addresses one for each that the run asks for
 * @param distinct false where the system has none of its own for them
 */
record Sources(List<InetAddress> addresses, boolean distinct) {

    /** Where the demo's own server is. */
    static final InetAddress SERVER = loopback(127, 0, 0, 1);

    Sources {
        addresses = List.copyOf(addresses);
    }

    static Sources of(int count) {
        List<InetAddress> wanted =
                IntStream.rangeClosed(1, count).mapToObj(Sources::numbered).toList();
        return wanted.stream().allMatch(Sources::canBeHad)
                ? new Sources(wanted, true)
                : new Sources(Collections.nCopies(count, SERVER), false);
    }

    private static InetAddress numbered(int number) {
        return loopback(127, 1, 0, number);
    }

    private static boolean canBeHad(InetAddress address) {
        try (Socket socket = new Socket()) {
            socket.bind(new InetSocketAddress(address, 0));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** An address from its bytes: no name is looked up. */
    private static InetAddress loopback(int first, int second, int third, int fourth) {
        try {
            return InetAddress.getByAddress(new byte[] {(byte) first, (byte) second, (byte) third, (byte) fourth});
        } catch (UnknownHostException e) {
            throw new IllegalStateException("four bytes are an address", e);
        }
    }
}
