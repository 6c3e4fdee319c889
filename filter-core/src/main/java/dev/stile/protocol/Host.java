package dev.stile.protocol;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/**
 * The Host header in lower case, with its port if it names one (PROTOCOL §5).
 *
 * @param text 1 to {@value #MAX_LENGTH} visible ASCII characters, none of them upper case
 */
public record Host(String text) {
    /** Longest host in bytes; RFC 1035 allows no longer name. */
    public static final int MAX_LENGTH = 255;

    /** Stands where a request names no host, or several. */
    public static final Host UNKNOWN = new Host("unknown");

    private static final int MAX_PORT_DIGITS = 5;

    public Host {
        if (!isValid(text)) {
            throw new IllegalArgumentException("not a host in lower case of 1 to 255 visible ASCII characters");
        }
    }

    /** The host that a header names, in any case, or {@code bad-request}. */
    public static Checked<Host> parse(String header) {
        String text = header.toLowerCase(Locale.ROOT);
        return isValid(text) ? Checked.of(new Host(text)) : Checked.refused(Refusal.BAD_REQUEST);
    }

    /** The host that lp8 bytes hold, or {@code malformed}. */
    static Checked<Host> decode(byte[] bytes, int offset, int length) {
        String text = new String(bytes, offset, length, StandardCharsets.ISO_8859_1);
        return isValid(text) ? Checked.of(new Host(text)) : Checked.refused(Refusal.MALFORMED);
    }

    /** The same, and {@code likely} itself where the bytes hold that: nothing is made, and nothing checked, again. */
    static Checked<Host> decode(byte[] bytes, int offset, int length, Host likely) {
        return likely.isAt(bytes, offset, length) ? Checked.of(likely) : decode(bytes, offset, length);
    }

    private boolean isAt(byte[] bytes, int offset, int length) {
        if (length != text.length()) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (bytes[offset + i] != text.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** The digits of the port that it names; empty where it names none. */
    public Optional<String> port() {
        int colon = text.lastIndexOf(':');
        String rest = text.substring(colon + 1);
        return colon >= 0 && isPort(rest) ? Optional.of(rest) : Optional.empty();
    }

    private static boolean isPort(String text) {
        return !text.isEmpty()
                && text.length() <= MAX_PORT_DIGITS
                && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    int encodedLength() {
        return 1 + text.length();
    }

    void encode(ByteBuffer to) {
        to.put((byte) text.length()).put(text.getBytes(StandardCharsets.US_ASCII));
    }

    private static boolean isValid(String text) {
        if (text.isEmpty() || text.length() > MAX_LENGTH) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            if (!isAllowed(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isAllowed(char c) {
        return c > 0x20 && c < 0x7f && !(c >= 'A' && c <= 'Z');
    }
}
