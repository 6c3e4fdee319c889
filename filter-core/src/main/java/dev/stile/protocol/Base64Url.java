package dev.stile.protocol;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;

/**
 * base64url without padding in its one canonical form (PROTOCOL §1.2). The JDK's decoder also takes padding and stray
 * low bits, which would give one proof or pass several spellings, and answers bad input with an exception.
 */
final class Base64Url {
    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();
    private static final byte[] VALUES = values();

    private Base64Url() {}

    static String encode(byte[] bytes) {
        return ENCODER.encodeToString(bytes);
    }

    static Checked<byte[]> decode(String text) {
        int length = text.length();
        int tail = length % 4;
        if (tail == 1) {
            return Checked.refused(Refusal.MALFORMED);
        }
        byte[] bytes = new byte[length / 4 * 3 + Math.max(0, tail - 1)];
        int written = 0;
        int bits = 0;
        int held = 0;
        for (int i = 0; i < length; i++) {
            int value = value(text.charAt(i));
            if (value < 0) {
                return Checked.refused(Refusal.MALFORMED);
            }
            bits = (bits << 6) | value;
            held += 6;
            if (held >= 8) {
                held -= 8;
                bytes[written++] = (byte) (bits >>> held);
                bits &= (1 << held) - 1;
            }
        }
        return Checked.require(bits == 0, bytes, Refusal.MALFORMED);
    }

    private static int value(char c) {
        return c < VALUES.length ? VALUES[c] : -1;
    }

    private static byte[] values() {
        byte[] values = new byte[128];
        Arrays.fill(values, (byte) -1);
        byte[] alphabet =
                "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".getBytes(StandardCharsets.US_ASCII);
        for (int i = 0; i < alphabet.length; i++) {
            values[alphabet[i]] = (byte) i;
        }
        return values;
    }
}
