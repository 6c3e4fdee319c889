package dev.stile.protocol;

import java.nio.ByteBuffer;

/** The bytes of a pass before its signature (PROTOCOL §12). */
final class PassCodec {
    static final int VERSION = 1;

    private static final int HOST_OFFSET = 47;
    private static final int MIN_LENGTH = HOST_OFFSET + 2 + Hmac.LENGTH_BYTES;

    private PassCodec() {}

    static String sign(ServerKey key, Pass pass) {
        int signed = HOST_OFFSET + pass.host().encodedLength();
        ByteBuffer to = ByteBuffer.allocate(signed + Hmac.LENGTH_BYTES);
        to.put((byte) VERSION).putInt(key.passKeyId()).put((byte) pass.level().number());
        to.putLong(pass.issued()).putLong(pass.expires());
        to.putLong(pass.id().high()).putLong(pass.id().low());
        to.put((byte) pass.family().number()).putLong(pass.binding());
        pass.host().encode(to);
        to.put(key.passes().tag(to.array(), 0, signed));
        return Base64Url.encode(to.array());
    }

    /** A pass that decodes, not yet believed. */
    static final class Unverified {
        private final byte[] bytes;
        private final int keyId;
        private final Pass pass;

        private Unverified(byte[] bytes, int keyId, Pass pass) {
            this.bytes = bytes;
            this.keyId = keyId;
            this.pass = pass;
        }

        int keyId() {
            return keyId;
        }

        Pass pass() {
            return pass;
        }

        /** Compares in constant time. */
        boolean isSignedBy(ServerKey key) {
            return key.passes().hasSigned(bytes);
        }
    }

    /** @param likely the host that it is probably for */
    static Checked<Unverified> decode(byte[] bytes, Host likely) {
        if (bytes.length == 0) {
            return Checked.refused(Refusal.MALFORMED);
        }
        if (bytes[0] != VERSION) {
            return Checked.refused(Refusal.UNSUPPORTED_VERSION);
        }
        if (bytes.length < MIN_LENGTH) {
            return Checked.refused(Refusal.MALFORMED);
        }
        int hostLength = bytes[HOST_OFFSET] & 0xff;
        if (bytes.length != HOST_OFFSET + 1 + hostLength + Hmac.LENGTH_BYTES) {
            return Checked.refused(Refusal.MALFORMED);
        }
        return Host.decode(bytes, HOST_OFFSET + 1, hostLength, likely).then(host -> decodeFields(bytes, host));
    }

    private static Checked<Unverified> decodeFields(byte[] bytes, Host host) {
        ByteBuffer from = ByteBuffer.wrap(bytes, 1, bytes.length - 1);
        int keyId = from.getInt();
        var level = Level.of(from.get() & 0xff);
        long issued = from.getLong();
        long expires = from.getLong();
        PassId id = new PassId(from.getLong(), from.getLong());
        var family = BrowserFamily.of(from.get() & 0xff);
        long binding = from.getLong();
        if (level.isEmpty()
                || family.isEmpty()
                || !Seconds.isValid(issued)
                || !Seconds.isValid(expires)
                || expires <= issued) {
            return Checked.refused(Refusal.MALFORMED);
        }
        Pass pass = new Pass(level.get(), issued, expires, id, family.get(), binding, host);
        return Checked.of(new Unverified(bytes, keyId, pass));
    }
}
