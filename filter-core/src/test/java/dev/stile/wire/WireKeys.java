package dev.stile.wire;

import static dev.stile.wire.Bytes.hmac;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** PROTOCOL §11, for one secret. */
public final class WireKeys {
    private final byte[] prk;
    private final byte[] epoch;

    public WireKeys(byte[] secret, byte[] epoch) {
        this(secret, "", epoch);
    }

    public WireKeys(byte[] secret, String tag, byte[] epoch) {
        // RFC 5869 §2.2: without a salt, the key is as many zero bytes as a digest has.
        byte[] salt = tag.isEmpty() ? new byte[32] : tag.getBytes(StandardCharsets.US_ASCII);
        this.prk = hmac(salt, secret);
        this.epoch = epoch.clone();
    }

    public byte[] prk() {
        return prk.clone();
    }

    public byte[] challengeKey() {
        return expand("stile/1 challenge", epoch);
    }

    public byte[] passKey() {
        return expand("stile/1 pass", new byte[0]);
    }

    public byte[] bindingKey() {
        return expand("stile/1 binding", new byte[0]);
    }

    public byte[] waitKey() {
        return expand("stile/1 wait", new byte[0]);
    }

    public byte[] challengeKeyId() {
        return Arrays.copyOf(expand("stile/1 challenge id", epoch), 4);
    }

    public byte[] passKeyId() {
        return Arrays.copyOf(expand("stile/1 pass id", new byte[0]), 4);
    }

    public byte[] binding(byte[] prefix) {
        return Arrays.copyOf(hmac(bindingKey(), prefix), 8);
    }

    /** RFC 5869 §2.3, the first block. */
    private byte[] expand(String label, byte[] rest) {
        return hmac(prk, label.getBytes(StandardCharsets.US_ASCII), rest, new byte[] {1});
    }
}
