package dev.stile.protocol;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Arrays;

/** The token of a wait (PROTOCOL §15): when it began and for which network, signed. Immutable. */
final class WaitToken {
    static final int VERSION = 1;

    /** Version, key id, start, binding. */
    private static final int SIGNED_BYTES = 1 + Integer.BYTES + 2 * Long.BYTES;

    private static final int LENGTH_BYTES = SIGNED_BYTES + Hmac.LENGTH_BYTES;

    /** What {@value #LENGTH_BYTES} bytes come to in base64url. */
    static final int TEXT_LENGTH = 71;

    private final byte[] bytes;
    private final int keyId;
    private final long start;
    private final long binding;

    private WaitToken(byte[] bytes, int keyId, long start, long binding) {
        this.bytes = bytes;
        this.keyId = keyId;
        this.start = start;
        this.binding = binding;
    }

    /** A token for this host, which it does not carry but is good for alone. */
    static String sign(ServerKey key, Host host, NetworkPrefix client, long start) {
        ByteBuffer to = ByteBuffer.allocate(LENGTH_BYTES);
        to.put((byte) VERSION).putInt(key.waitKeyId());
        to.putLong(Seconds.require("start", start)).putLong(key.binding(client));
        to.put(mac(key, to.array(), host));
        return Base64Url.encode(to.array());
    }

    /** Decodes a text of any length, or says why not; nothing of it is authentic before {@link #isSignedBy}. */
    static Checked<WaitToken> decode(String text) {
        if (text.length() > TEXT_LENGTH) {
            return Checked.refused(Refusal.TOO_LARGE);
        }
        return Checked.require(text.length() == TEXT_LENGTH, text, Refusal.MALFORMED)
                .then(Base64Url::decode)
                .then(bytes -> Checked.require(bytes[0] == VERSION, bytes, Refusal.UNSUPPORTED_VERSION))
                .then(WaitToken::decodeFields);
    }

    private static Checked<WaitToken> decodeFields(byte[] bytes) {
        ByteBuffer from = ByteBuffer.wrap(bytes, 1, bytes.length - 1);
        WaitToken token = new WaitToken(bytes, from.getInt(), from.getLong(), from.getLong());
        return Checked.require(Seconds.isValid(token.start), token, Refusal.MALFORMED);
    }

    int keyId() {
        return keyId;
    }

    long start() {
        return start;
    }

    /** Compares in constant time. */
    boolean isSignedBy(ServerKey key, Host host) {
        byte[] carried = Arrays.copyOfRange(bytes, SIGNED_BYTES, bytes.length);
        return MessageDigest.isEqual(mac(key, bytes, host), carried);
    }

    /** Asked after {@link #isSignedBy}, with the same key. */
    boolean isBoundTo(ServerKey key, NetworkPrefix client) {
        return binding == key.binding(client);
    }

    private static byte[] mac(ServerKey key, byte[] token, Host host) {
        ByteBuffer input = ByteBuffer.allocate(SIGNED_BYTES + host.encodedLength());
        input.put(token, 0, SIGNED_BYTES);
        host.encode(input);
        return key.waits().tag(input.array());
    }
}
