package dev.stile.protocol;

import java.nio.ByteBuffer;
import java.security.MessageDigest;

/** The 119 bytes that are hashed for each counter (PROTOCOL §3). For one thread. */
final class Preimage {
    static final int LENGTH_BYTES = 119;
    private static final int COUNTER_OFFSET = 111;

    private final byte[] bytes = new byte[LENGTH_BYTES];
    private final ByteBuffer view = ByteBuffer.wrap(bytes);
    private final MessageDigest sha256 = Sha256.digest();

    Preimage(byte[] ivServer, byte[] ivClient, long time, byte[] messageHash) {
        view.put(ivServer).put(ivClient).putLong(time).put(messageHash);
    }

    byte[] digest(long counter) {
        view.putLong(COUNTER_OFFSET, counter);
        return sha256.digest(bytes);
    }
}
