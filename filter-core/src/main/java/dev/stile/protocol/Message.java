package dev.stile.protocol;

import java.nio.ByteBuffer;
import java.security.MessageDigest;

/** The message m that a proof is bound to (PROTOCOL §4), fed to a digest field by field. */
final class Message {
    private Message() {}

    /** hash(m) for the purpose {@code gate}. */
    static byte[] hash(byte[] ivServer, byte[] ivClient, Target target) {
        MessageDigest digest = Sha256.digest();
        digest.update(ivServer);
        digest.update(ivClient);
        field(digest, Purpose.GATE.ascii());
        field(digest, target.ascii());
        return digest.digest();
    }

    private static void field(MessageDigest digest, byte[] bytes) {
        digest.update(
                ByteBuffer.allocate(Short.BYTES).putShort((short) bytes.length).array());
        digest.update(bytes);
    }
}
